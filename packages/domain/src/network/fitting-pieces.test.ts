import { expect, it } from 'vitest';
import { inFittingPieces } from './fitting-pieces.ts';
import { newPathLimit } from './path-limit.ts';

const kilobyte = 1024;
const tooLarge = new Error('too large');
const isTooLarge = (error: unknown) => error === tooLarge;
const size = 1000 * kilobyte;

/** A way that lets through so much, and what was tried on it. */
function way(mostBytes: number) {
  const tried: number[] = [];
  const carry = async (piece: number) => {
    tried.push(piece / kilobyte);
    if (piece > mostBytes) throw tooLarge;
  };
  return { tried, carry };
}

it('finds the size that goes through, and begins with it at the next file', async () => {
  const limit = newPathLimit();
  const narrow = way(128 * kilobyte);
  await inFittingPieces(limit, { size, carry: narrow.carry, isTooLarge });
  await inFittingPieces(limit, { size, carry: narrow.carry, isTooLarge });
  expect(narrow.tried).toEqual([512, 256, 128, 128]);
});

it('tries no less than 16 kB', async () => {
  const closed = way(0);
  await expect(inFittingPieces(newPathLimit(), { size, carry: closed.carry, isTooLarge })).rejects.toThrow(
    'too large',
  );
  expect(closed.tried).toEqual([512, 256, 128, 64, 32, 16]);
});

it('narrows the way for all others once, and not at each try of a file that goes no smaller', async () => {
  let now = 0;
  const limit = newPathLimit(() => now);
  const closed = way(0);
  const carried = (wasTooLarge: boolean) =>
    inFittingPieces(limit, { size, carry: closed.carry, wasTooLarge, isTooLarge });
  await expect(carried(false)).rejects.toThrow('too large');
  for (let minutes = 0; minutes < 120; minutes += 5) {
    now += 5 * 60_000;
    await expect(carried(true)).rejects.toThrow('too large');
  }
  expect(closed.tried.slice(6)).toEqual(Array.from({ length: 24 }, () => 16));
  expect(limit.most(256 * kilobyte)).toBe(256 * kilobyte);
});

it('tries no file again whose size was not the reason', async () => {
  const dead = way(Number.POSITIVE_INFINITY);
  const carry = async (piece: number) => {
    await dead.carry(piece);
    throw new Error('network');
  };
  await expect(inFittingPieces(newPathLimit(), { size, carry, isTooLarge })).rejects.toThrow('network');
  expect(dead.tried).toEqual([512]);
});
