import { expect, it } from 'vitest';
import { type Held, heldText } from './held-text.ts';

const nothing: Held = {
  fullName: 'Người Mẫu',
  rounds: [],
  roundsLed: 0,
  roundsJoined: 0,
  openVisits: 0,
  undecided: 0,
  actionsToAnswer: 0,
  unjudgedAnswers: 0,
  devices: [],
};
const tablet = (label: string, unsentRecords: number | null, wiped = false) => ({
  id: label,
  label,
  unsentRecords,
  unsentPhotos: unsentRecords,
  lastContactAt: null,
  wiped,
  mayOpen: true,
});

it('says what somebody still holds, each amount by its own words, and no tablet that was wiped', () => {
  const held = {
    ...nothing,
    ...{ roundsLed: 1, openVisits: 2, roundsJoined: 3, undecided: 4, actionsToAnswer: 5, unjudgedAnswers: 6 },
    devices: [tablet('Máy 7', 7), tablet('Máy lạ', null), tablet('Máy đã xóa', 8, true)],
  };
  expect(heldText(held)).toEqual([
    'Còn giữ:',
    '  1 đợt kiểm tra đang làm trưởng đoàn',
    '  2 buổi kiểm tra chưa kết thúc trong các đợt đó',
    '  3 đợt kiểm tra đang là thành viên đoàn',
    '  4 nội dung gửi từ máy tính bảng chờ trưởng đoàn quyết định',
    '  5 yêu cầu khắc phục đơn vị còn phải báo cáo',
    '  6 báo cáo khắc phục chờ thẩm tra',
    '  thiết bị Máy 7: 7 mục, 7 ảnh chưa gửi (lần liên lạc gần nhất)',
    '  thiết bị Máy lạ: ? mục, ? ảnh chưa gửi (lần liên lạc gần nhất)',
  ]);
});

it('leaves out what there is none of, and says so where there is nothing', () => {
  expect(heldText({ ...nothing, openVisits: 2 })).toEqual([
    'Còn giữ:',
    '  2 buổi kiểm tra chưa kết thúc trong các đợt đó',
  ]);
  expect(heldText(nothing)).toEqual(['Không còn giữ việc nào.']);
});
