import { expect, it } from 'vitest';
import { onSmallDisk, strikeDisk } from './rows/full-disk.ts';
import { strikeBackend } from './rows/kill-backend.ts';
import { strikePostmaster } from './rows/kill-postmaster.ts';
import { strikeServer } from './rows/kill-server.ts';
import { chanceOf } from './stage/chance.ts';
import { underLoad } from './stage/under-load.ts';

// The short part of `npm run faults`. All of it, or it fails: the small disk is mounted by root on Linux alone, and whoever
// is not is told so.
const strikes = [strikePostmaster, strikeBackend, strikeServer, strikeDisk];

it('what was acknowledged is there, and the server is, after each has struck once', async () => {
  const setting = { rounds: strikes.length, seed: 3, chance: chanceOf(3) };
  const row = await underLoad({ name: 'short', strikes, house: onSmallDisk }, setting);
  expect(row).toMatchObject({ lost: 0, faults: [], times: strikes.length });
  expect(row.acknowledged).toBeGreaterThan(50);
}, 240_000);

it('the same seed gives the same chances', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, chanceOf(seed).next);
  expect(draw(5)).toEqual(draw(5));
  expect(draw(5)).not.toEqual(draw(6));
});
