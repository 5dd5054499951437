import type { holdings } from '@kycuong/api/access/holdings.ts';

export type Held = Awaited<ReturnType<typeof holdings.run>>;

/** What somebody still has in hand, a line for each kind; nothing is a line too. */
export function heldText(held: Held): string[] {
  const lines = [
    [held.roundsLed, 'đợt kiểm tra đang làm trưởng đoàn'],
    [held.openVisits, 'buổi kiểm tra chưa kết thúc trong các đợt đó'],
    [held.roundsJoined, 'đợt kiểm tra đang là thành viên đoàn'],
    [held.undecided, 'nội dung gửi từ máy tính bảng chờ trưởng đoàn quyết định'],
    [held.actionsToAnswer, 'yêu cầu khắc phục đơn vị còn phải báo cáo'],
    [held.unjudgedAnswers, 'báo cáo khắc phục chờ thẩm tra'],
  ] as const;
  const open = lines.filter(([amount]) => amount > 0).map(([amount, what]) => `  ${amount} ${what}`);
  const devices = held.devices
    .filter(({ wiped }) => !wiped)
    .map(({ label, unsentRecords, unsentPhotos }) => {
      const unsent = `${unsentRecords ?? '?'} mục, ${unsentPhotos ?? '?'} ảnh chưa gửi`;
      return `  thiết bị ${label}: ${unsent} (lần liên lạc gần nhất)`;
    });
  const all = [...open, ...devices];
  return all.length === 0 ? ['Không còn giữ việc nào.'] : ['Còn giữ:', ...all];
}
