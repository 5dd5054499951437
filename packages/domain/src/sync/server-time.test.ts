import { expect, it } from 'vitest';
import { serverTime } from './server-time.ts';

const year = 365 * 86_400_000;

it('a clock that is a year ahead is put right, and what it said stays beside it', () => {
  expect(serverTime('2027-11-30T02:00:00+07:00', { serverOffsetMs: -year })).toEqual({
    at: '2026-11-29T19:00:00.000Z',
    deviceAt: '2027-11-29T19:00:00.000Z',
    clockUnknown: false,
  });
});

it('seconds are no other time', () => {
  expect(serverTime('2026-11-30T02:00:00.000Z', { serverOffsetMs: 30_000 })).toEqual({
    at: '2026-11-30T02:00:30.000Z',
    deviceAt: null,
    clockUnknown: false,
  });
});

it('a distance that was not known leaves it as it was written, but never after the receipt', () => {
  const own = { serverOffsetMs: null, receivedAt: '2026-11-30T03:00:00.000Z' };
  expect(serverTime('2025-11-30T02:00:00.000Z', own)).toEqual({
    at: '2025-11-30T02:00:00.000Z',
    deviceAt: null,
    clockUnknown: true,
  });
  expect(serverTime('2027-11-30T02:00:00.000Z', own)).toMatchObject({
    at: '2026-11-30T03:00:00.000Z',
    deviceAt: '2027-11-30T02:00:00.000Z',
  });
});

it.each([
  ['that never was set', { serverOffsetMs: null }],
  ['whose distance takes it there', { serverOffsetMs: -50 * year }],
])('a clock %s says nothing of when: the receipt stands, its own beside it', (_, known) => {
  const own = known.serverOffsetMs === null ? '1970-01-01T00:10:00.000Z' : '2026-11-30T02:00:00.000Z';
  expect(serverTime(own, { ...known, receivedAt: '2026-11-30T03:00:00.000Z' })).toEqual({
    at: '2026-11-30T03:00:00.000Z',
    deviceAt: own,
    clockUnknown: true,
  });
  expect(serverTime(own, known)).toMatchObject({ clockUnknown: true });
});

it('a clock that never was set is put right where its distance is known', () => {
  const offset = Date.parse('2026-11-30T02:00:00.000Z');
  expect(serverTime('1970-01-01T00:00:00.000Z', { serverOffsetMs: offset })).toEqual({
    at: '2026-11-30T02:00:00.000Z',
    deviceAt: '1970-01-01T00:00:00.000Z',
    clockUnknown: false,
  });
});
