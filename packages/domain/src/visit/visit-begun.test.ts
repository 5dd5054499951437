import { expect, it } from 'vitest';
import type { FieldCommand } from '../sync/field-command.ts';
import { isOnlyCheckedIn, noteBegun, requireNothingBegun, type VisitBegun } from './visit-begun.ts';
import { viewOf } from './visit-view.ts';

const visitId = '019abb1c-0000-7000-8000-000000000001';
const arrivedAt = '2026-11-30T01:00:00.000Z';
const written = (id: string, what: Pick<FieldCommand, 'action' | 'payload'>, author = 'one'): FieldCommand =>
  // Action and payload are of one kind, as they are given together.
  ({ id, author, clock: id, base: null, writtenAt: arrivedAt, ...what }) as FieldCommand;
const checkIn = (id: string) => written(id, { action: 'visit.check-in', payload: { visitId, arrivedAt } });
const takeBack = (id: string) => written(id, { action: 'visit.take-back-check-in', payload: { visitId } });
const answer = (id: string) =>
  written(id, { action: 'answer.set', payload: { visitId, itemCode: 'M01', conformity: 'conform' } });

it('can be taken back while it is all there is, and begins anew', () => {
  expect(isOnlyCheckedIn(viewOf([]))).toBe(false);
  expect(isOnlyCheckedIn(viewOf([checkIn('1')]))).toBe(true);
  expect(isOnlyCheckedIn(viewOf([checkIn('1'), answer('2')]))).toBe(false);
  const back = viewOf([checkIn('1'), takeBack('2')]);
  expect([back.checkedInAt, back.checkInTakenBack, isOnlyCheckedIn(back)]).toEqual([null, true, false]);
  const again = viewOf([checkIn('1'), takeBack('2'), checkIn('3')]);
  expect([again.checkedInAt, again.checkInTakenBack]).toEqual([arrivedAt, false]);
});

it('is refused for work, and for a second who arrived', () => {
  const begun: VisitBegun = { worked: false, arrived: new Set() };
  const after = (action: string, author: string) => {
    noteBegun(begun, action, author);
    return () => requireNothingBegun(begun);
  };
  expect(after('visit.check-in', 'one')).not.toThrow();
  expect(after('visit.assign-sections', 'lead')).not.toThrow();
  expect(after('visit.check-in', 'two')).toThrow('visit.arrived-together');
  expect(after('visit.take-back-check-in', 'lead')).not.toThrow();
  expect(after('finding.raise', 'two')).toThrow('visit.written-already');
});
