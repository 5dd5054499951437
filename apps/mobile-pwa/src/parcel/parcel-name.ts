import { parcelEnding } from '@kycuong/domain/sync/parcel.ts';

function plain(text: string): string {
  return text
    .replaceAll(/[đĐ]/g, 'd')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}

/** Says unit, day, device and which of several made at once, in letters that every file system and messenger lets through. */
export function parcelName(units: readonly string[], device: string, at: Date, place: number): string {
  const [first = 'may-tinh-bang', ...others] = units.map(plain).filter((name) => name !== '');
  const unit = others.length === 0 ? first : `${first}-va-${others.length}-noi-khac`;
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString();
  const stamp = `${local.slice(0, 10)}-${local.slice(11, 16).replace(':', 'g')}`;
  const which = place === 1 ? '' : `_tep-${place}`;
  return `${unit}_${stamp}_${plain(device).slice(0, 40)}${which}${parcelEnding}`;
}
