import { slugOf } from '../input/slug-of.ts';
import { isUnitKind, type UnitKind } from './unit-kind.ts';

const agencyWords: ReadonlyMap<string, UnitKind> = new Map([
  ['so', 'department'],
  ['ban', 'department'],
  ['van-phong', 'department'],
  ['thanh-tra', 'department'],
  ['co-quan-nganh-doc', 'central-body'],
  ['phong', 'office'],
  ['phong-chuyen-mon', 'office'],
  ['chi-cuc', 'branch'],
  ['trung-tam', 'branch'],
  ['don-vi-su-nghiep', 'branch'],
  ['mot-cua', 'one-stop'],
  ['bo-phan-mot-cua', 'one-stop'],
  ['trung-tam-phuc-vu-hanh-chinh-cong', 'one-stop'],
]);

/**
 * The kind meant by a file's word: a slug ("thi-tran"), a Vietnamese word ("Thị trấn"), "province", or one of
 * ours. "thanh-pho" is a municipality at the top of the tree and a provincial city under a province. Undefined
 * where the word says nothing.
 */
export function readUnitKind(word: string, name: string, hasParent: boolean): UnitKind | undefined {
  const slug = slugOf(word);
  if (slug === 'province' || slug === 'tinh') {
    return slugOf(name).startsWith('thanh-pho-') ? 'thanh-pho-tw' : 'tinh';
  }
  if (slug === 'thanh-pho') return hasParent ? 'thanh-pho' : 'thanh-pho-tw';
  return isUnitKind(slug) ? slug : agencyWords.get(slug);
}
