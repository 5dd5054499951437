import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { troubleNow } from '../shell/save-trouble.ts';
import { Keeper } from './keeper.ts';

/** A disk, and what it was given. */
let isBroken: boolean;
let given: string[];
const write = async (row: string, durability: IDBTransactionDurability) => {
  given.push(`${row} ${durability}`);
  if (isBroken) throw new Error('not taken');
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  given = [];
  isBroken = false;
});
afterEach(() => {
  vi.useRealTimers();
});

it('what the disk did not take is tried again by itself, without a further key', async () => {
  const keeper = new Keeper(write);
  isBroken = true;
  keeper.keep('một');
  await vi.advanceTimersByTimeAsync(4_900);
  expect([given, troubleNow()]).toEqual([['một strict'], 'other']);
  isBroken = false;
  await vi.advanceTimersByTimeAsync(200);
  expect([given, troubleNow()]).toEqual([['một strict', 'một strict'], null]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(given).toHaveLength(2);
});

it('a further key is the try that was waited for', async () => {
  const keeper = new Keeper(write);
  isBroken = true;
  keeper.keep('một');
  await vi.advanceTimersByTimeAsync(1_000);
  keeper.keep('một hai');
  await vi.advanceTimersByTimeAsync(4_500);
  expect(given).toEqual(['một strict', 'một hai strict']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(given).toEqual(['một strict', 'một hai strict', 'một hai strict']);
});

it('what is dropped while the disk takes nothing is not tried again', async () => {
  const keeper = new Keeper(write);
  isBroken = true;
  keeper.keep('một');
  await vi.advanceTimersByTimeAsync(100);
  keeper.stop();
  isBroken = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(given).toEqual(['một strict']);
});

it('what could not be ended goes on being kept', async () => {
  const keeper = new Keeper(write);
  keeper.keep('một');
  await vi.advanceTimersByTimeAsync(10);
  const killed = keeper.finish(() => Promise.reject(new Error('not logged')));
  await expect(killed).rejects.toThrow('not logged');
  keeper.keep('một hai');
  await vi.advanceTimersByTimeAsync(10);
  expect(given).toEqual(['một strict', 'một hai strict']);
  expect(await keeper.finish(async (row) => row)).toBe('một hai');
});
