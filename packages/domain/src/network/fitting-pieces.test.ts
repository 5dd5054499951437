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

it('tries no file again whose size was not the reason', async () => {
  const dead = way(Number.POSITIVE_INFINITY);
  const carry = async (piece: number) => {
    await dead.carry(piece);
    throw new Error('network');
  };
  await expect(inFittingPieces(newPathLimit(), { size, carry, isTooLarge })).rejects.toThrow('network');
  expect(dead.tried).toEqual([512]);
});
