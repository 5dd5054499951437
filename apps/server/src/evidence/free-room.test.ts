import { describe, expect, it, vi } from 'vitest';
import { roomOf } from './free-room.ts';

const gigabyte = 1_073_741_824;
const noRoom = { code: 'throttled', key: 'usage.no-room' };

describe('free room', () => {
  it('is promised once: of five who come at once with four gigabytes each, one finds it where six are free', async () => {
    let free = 7 * gigabyte;
    const room = roomOf('', gigabyte, async () => free);
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => room.reserve(4 * gigabyte)));
    const [first, ...others] = asked;
    for (const other of others) expect(other).toMatchObject({ status: 'rejected', reason: noRoom });
    if (first?.status !== 'fulfilled') throw new Error('the first finds room');
    await expect(room.reserve(4 * gigabyte)).rejects.toMatchObject(noRoom);
    // Taken in: what the last look saw is not there any more.
    free -= 4 * gigabyte;
    first.value();
    first.value();
    await expect(room.reserve(4 * gigabyte)).rejects.toMatchObject(noRoom);
    (await room.reserve(2 * gigabyte))();
  });

  it('is there again at the next look for what came to nothing', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const room = roomOf('', 0, async () => 4);
      (await room.reserve(4))();
      await expect(room.reserve(4)).rejects.toMatchObject(noRoom);
      vi.advanceTimersByTime(2_000);
      (await room.reserve(4))();
    } finally {
      vi.useRealTimers();
    }
  });
});
