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

const territoryWords: ReadonlyMap<string, UnitKind> = new Map([
  ['x', 'xa'],
  ['p', 'phuong'],
  ['tt', 'thi-tran'],
  ['dk', 'dac-khu'],
  ['h', 'huyen'],
  ['q', 'quan'],
  ['tx', 'thi-xa'],
  ['thanh-pho-thuoc-tinh', 'thanh-pho'],
  ['thanh-pho-truc-thuoc-tinh', 'thanh-pho'],
  ['thanh-pho-trung-uong', 'thanh-pho-tw'],
  ['thanh-pho-thuoc-trung-uong', 'thanh-pho-tw'],
  ['thanh-pho-truc-thuoc-trung-uong', 'thanh-pho-tw'],
]);

/** What a name begins with; of agencies only the words that mean one kind alone. */
const nameWords =
  /^(tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu|ubnd xã|ubnd phường|sở|phòng|chi cục) /u;

function kindOfName(name: string, hasParent: boolean): UnitKind | undefined {
  const word = nameWords.exec(name.toLocaleLowerCase('vi'))?.[1];
  return word === undefined ? undefined : readUnitKind(word, name, hasParent);
}

/**
 * The kind meant by a file's word: a slug ("thi-tran"), a Vietnamese word ("Thị trấn"), "province", or one of
 * ours; of an empty one what the name begins with. "thanh-pho" is a municipality at the top of the tree and a provincial city
 * under a province. Undefined where neither says anything.
 */
export function readUnitKind(word: string, name: string, hasParent: boolean): UnitKind | undefined {
  if (word.trim() === '') return kindOfName(name, hasParent);
  const slug = slugOf(word)
    .replace(/^(ubnd|uy-ban-nhan-dan)-/, '')
    .replace(/^tp(?=-|$)/, 'thanh-pho')
    .replace(/-tw$/, '-trung-uong');
  if (slug === 'province' || slug === 'tinh') {
    return slugOf(name).startsWith('thanh-pho-') ? 'thanh-pho-tw' : 'tinh';
  }
  if (slug === 'thanh-pho') return hasParent ? 'thanh-pho' : 'thanh-pho-tw';
  return isUnitKind(slug) ? slug : (territoryWords.get(slug) ?? agencyWords.get(slug));
}
