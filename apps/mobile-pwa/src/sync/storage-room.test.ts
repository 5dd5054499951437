import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasRoomFor, reservedBytes, roomForPhotos } from './storage-room.ts';

const disk = (estimate: StorageEstimate) => ({ estimate: async () => estimate });

describe('room for photos', () => {
  it('ends before the room that is kept for records, whatever the sizes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2 ** 31), fc.nat(2 ** 31), fc.nat(2 ** 28), async (quota, usage, bytes) => {
        const fits = await hasRoomFor(bytes, disk({ quota, usage }));
        if (fits && bytes > 0) expect(quota - usage - bytes).toBeGreaterThanOrEqual(reservedBytes);
        if (!fits) expect(quota - usage - bytes).toBeLessThan(reservedBytes);
      }),
    );
  });

  it('is not denied where the browser does not tell', async () => {
    expect(await roomForPhotos(disk({}))).toBeNull();
    expect(await hasRoomFor(1, disk({}))).toBe(true);
  });
});
