import { expect, it } from 'vitest';
import { inFittingPieces } from './fitting-pieces.ts';
import { newPathLimit } from './path-limit.ts';
import { ServerFailure } from './server-failure.ts';

const kilobyte = 1024;

/** A way that lets through so much, and what was tried on it. */
function way(mostBytes: number) {
  const tried: number[] = [];
  const carry = async (size: number) => {
    tried.push(size / kilobyte);
    if (size > mostBytes) throw new ServerFailure('too-large');
  };
  return { tried, carry };
}

it('finds the size that goes through, and begins with it at the next file', async () => {
  const limit = newPathLimit();
  const narrow = way(128 * kilobyte);
  await inFittingPieces(limit, 1000 * kilobyte, narrow.carry);
  await inFittingPieces(limit, 1000 * kilobyte, narrow.carry);
  expect(narrow.tried).toEqual([512, 256, 128, 128]);
});

it('tries no less than 16 kB', async () => {
  const closed = way(0);
  await expect(inFittingPieces(newPathLimit(), 1000 * kilobyte, closed.carry)).rejects.toThrow('too-large');
  expect(closed.tried).toEqual([512, 256, 128, 64, 32, 16]);
});

it('tries no file again whose size was not the reason', async () => {
  const dead = way(Number.POSITIVE_INFINITY);
  const carry = async (size: number) => {
    await dead.carry(size);
    throw new ServerFailure('network');
  };
  await expect(inFittingPieces(newPathLimit(), 1000 * kilobyte, carry)).rejects.toThrow('network');
  expect(dead.tried).toEqual([512]);
});
