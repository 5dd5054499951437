import { afterEach, beforeEach, expect, it } from 'vitest';
import { translate } from '../language.ts';
import { openTablet, type Tablet } from '../testing/tablet.ts';
import { setFact } from './facts.ts';
import { logCommand } from './log-command.ts';
import { sayStatus } from './say-status.ts';
import { sendWaiting } from './sender.ts';
import { ServerFailure } from './server-failure.ts';
import { readTotals } from './status.ts';
import { TextSession } from './text-session.ts';

let tablet: Tablet;
beforeEach(async () => {
  tablet = openTablet();
  await logCommand(tablet.hand(), tablet.answer('M01'));
});
afterEach(() => tablet.store.delete());

const title = async (online = true) => sayStatus(translate, await readTotals(tablet.store), online).title;

it.each([
  ['proxy', 'Mạng ở đây yêu cầu đăng nhập riêng. Đã lưu trên máy'],
  ['portal', 'Mạng ở đây chưa kết nối được tới máy chủ. Đã lưu trên máy'],
  ['too-large', 'Mạng ở đây chặn nội dung lớn. Đã lưu trên máy'],
  ['busy', 'Máy chủ hẹn gửi lại sau. Đã lưu trên máy'],
  ['gateway', 'Máy chủ tạm thời không phản hồi. Đã lưu trên máy'],
  ['cut', 'Trả lời của máy chủ về không trọn vẹn. Đã lưu trên máy'],
  ['network', 'Chưa tới được máy chủ. Đã lưu trên máy'],
] as const)(
  'says what the network did (%s), and that there is none only where there is none',
  async (trouble, words) => {
    const { store, author, now } = tablet;
    const push = () => Promise.reject(new ServerFailure(trouble));
    await sendWaiting({ store, author, now, random: () => 1, server: { push } });
    await sendWaiting({ store, author, now, random: () => 1, server: { push } });
    expect(await title()).toBe(words);
    expect(await title(false)).toBe('Không có mạng. Đã lưu trên máy');
  },
);

it('says why a round ended before anything was sent, and when the next is', async () => {
  const nextTryAt = tablet.now() + 8_000;
  await setFact(tablet.store, 'roundTrouble', { trouble: 'portal', nextTryAt });
  expect(await title()).toBe('Mạng ở đây chưa kết nối được tới máy chủ. Đã lưu trên máy');
  expect((await readTotals(tablet.store)).nextTryAt).toBe(nextTryAt);
});

it('tells what waits for the person apart from what is sent by itself, and never that all is sent', async () => {
  const { store, hand } = tablet;
  const place = { visitId: tablet.visitId, itemCode: 'M02', part: 'note' } as const;
  const session = new TextSession(hand, place, { base: null, value: null });
  session.type('Sổ có dấu MẬT');
  expect(await session.leave()).toBe('held');
  const said = async () => sayStatus(translate, await readTotals(store), true);
  expect(await said()).toMatchObject({ line: 'Chờ gửi: 1 bản ghi; Chờ bạn xem lại: 1 ghi chú' });
  await store.commands.clear();
  expect(await said()).toMatchObject({ icon: 'info', title: 'Chờ bạn xem lại: 1 ghi chú' });
});
