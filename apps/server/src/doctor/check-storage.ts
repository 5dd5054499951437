import { join } from 'node:path';
import { nameSender } from '@kycuong/api/usage/name-sender.ts';
import { nearQuota } from '@kycuong/api/usage/near-quota.ts';
import type { Ground } from '@kycuong/api/work.ts';
import type { ParcelHead } from '@kycuong/domain/sync/parcel.ts';
import { megabyte, type UsageKind } from '@kycuong/domain/usage/quota.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { freeBytes } from '../evidence/free-room.ts';
import { type KeptParcel, listParcels } from '../parcel/parcel-folder.ts';
import { readKept } from '../parcel/read-kept.ts';
import type { Check } from './check-database.ts';

const mostShown = 5;
const words: Readonly<Record<UsageKind, string>> = {
  evidence: 'ảnh và tệp',
  staged: 'tệp gửi dở',
  parcel: 'gói niêm phong',
  import: 'nhập danh sách',
  kept: 'nội dung không được ghi nhận',
};
const inMegabytes = (bytes: number) => Math.round(bytes / megabyte).toLocaleString('vi-VN');

async function checkRoom(folder: string, floor: number): Promise<Check> {
  const free = await freeBytes(folder);
  const isFull = free < floor * megabyte;
  const note = isFull ? '; không nhận ảnh, tệp và gói niêm phong mới cho đến khi có chỗ' : '';
  return {
    name: 'Dung lượng trống',
    ok: !isFull,
    warns: free < 3 * floor * megabyte,
    detail: `${inMegabytes(free)} MB, giữ lại ${inMegabytes(floor * megabyte)} MB${note}`,
  };
}

/** Whose work it is, by its own word, who sent it, and when. */
function sayKept(
  { name, cameAt }: KeptParcel,
  head: ParcelHead | undefined,
  username: string | undefined,
): string {
  const day = cameAt.toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
  const sent = `${day}, ${username === undefined ? 'máy tự gửi' : `${username} gửi`}`;
  if (head === undefined) return `${name} (${sent})`;
  const authors = head.authors.map((author) => author.name ?? author.id).join(', ');
  const { records, photos } = head.counts;
  return `${head.id} (${sent}, máy ${head.device.label ?? head.device.id}, ${authors}: ${records} bản ghi, ${photos} ảnh)`;
}

async function checkParcels(ground: Ground, folder: string, keptDays: number): Promise<Check> {
  const all = await listParcels(folder);
  const kept = all.filter(({ isStaged }) => !isStaged).toSorted((a, b) => +a.cameAt - +b.cameAt);
  const shown: string[] = [];
  for (const one of kept.slice(0, mostShown)) {
    const username = one.sender && (await nameSender(ground, one.sender));
    shown.push(sayKept(one, await readKept(folder, one.name), username));
  }
  const more = kept.length > mostShown ? ` và ${kept.length - mostShown} gói niêm phong khác` : '';
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0);
  const list = shown.length === 0 ? '' : `, xóa sau ${keptDays} ngày: ${shown.join('; ')}${more}`;
  return {
    name: 'Gói niêm phong chưa nhận hết',
    ok: true,
    warns: kept.length > 0,
    detail: `${kept.length} gói niêm phong, ${inMegabytes(bytes)} MB${list}`,
  };
}

async function checkQuotas(ground: Ground): Promise<Check> {
  const near = await nearQuota(ground);
  const said = near
    .slice(0, mostShown)
    .map(({ who, kind, share }) => `${who} ${words[kind]} ${Math.round(share * 100)}%`);
  return {
    name: 'Hạn mức trong ngày',
    ok: true,
    warns: near.length > 0,
    detail: near.length === 0 ? 'không ai gần hết' : said.join(', '),
  };
}

/** What fills the disk, and who is at the end of what a day has room for. */
export async function checkStorage(
  ground: Ground,
  { evidenceFolder, storage }: Pick<OpenDatabase, 'evidenceFolder' | 'storage'>,
): Promise<Check[]> {
  const { quotas, keepFreeMegabytes, keepParcelsDays } = storage;
  return [
    await checkRoom(evidenceFolder, keepFreeMegabytes),
    await checkParcels(ground, join(evidenceFolder, 'parcels'), keepParcelsDays),
    await checkQuotas({ ...ground, quotas }),
  ];
}
