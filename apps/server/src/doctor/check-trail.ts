import { type TrailFault, type TrailVerdict, verifyTrail } from '@kycuong/api/trail/verify-trail.ts';
import type { Ground } from '@kycuong/api/work.ts';
import type { Check } from './check-database.ts';

const oldTailMs = 10 * 60_000;
const shown = (moment: Date) =>
  `${moment.toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })} (giờ Việt Nam)`;

/** In one plain sentence, what somebody did to the trail. */
function sayFault(fault: TrailFault): string {
  const { seal } = fault;
  const named = 'seqs' in fault ? `${fault.count} dòng (số ${fault.seqs.join(', ')})` : '';
  switch (fault.kind) {
    case 'seal-missing':
      return `thiếu niêm phong số ${seal}`;
    case 'seal-changed':
      return `niêm phong số ${seal} đã bị sửa, hoặc không nối với niêm phong trước`;
    case 'entry-changed':
      return `có dòng dưới niêm phong số ${seal} đã bị sửa nội dung`;
    case 'entry-removed':
      return `${named} dưới niêm phong số ${seal} đã bị xóa`;
    case 'entry-inserted':
      return `${named} được thêm sau vào phần đã niêm phong (đến số ${seal})`;
    case 'end-removed':
      return `không còn niêm phong số ${seal}: phần cuối đã bị cắt`;
    case 'head-differs':
      return `niêm phong số ${seal} không phải niêm phong đã ghi lại`;
  }
}

function chainDetail({ faults, seals, sealedEntries, head }: TrailVerdict): string {
  const [first, ...others] = faults;
  const more = others.length === 0 ? '' : `; và ${others.length} chỗ khác`;
  if (first !== undefined) return `${sayFault(first)}${more}`;
  if (head === undefined) return 'chưa có niêm phong nào';
  return `${sealedEntries} dòng dưới ${seals} niêm phong, khớp; niêm phong cuối ${head.number}:${head.hash}, lúc ${shown(head.sealedAt)}`;
}

/** The whole chain over the audit trail, and what waits for its seal. */
export async function checkTrail(
  ground: Ground,
  expected: { readonly number: number; readonly hash: string } | undefined,
): Promise<Check[]> {
  const verdict = await verifyTrail(ground, expected);
  const { count, since } = verdict.tail;
  const age = since === undefined ? 0 : ground.now().getTime() - since.getTime();
  const waiting = since === undefined ? 'không có' : `${count} dòng, cũ nhất lúc ${shown(since)}`;
  return [
    { name: 'Chuỗi niêm phong nhật ký', ok: verdict.faults.length === 0, detail: chainDetail(verdict) },
    { name: 'Nhật ký chờ niêm phong', ok: true, warns: age > oldTailMs, detail: waiting },
  ];
}
