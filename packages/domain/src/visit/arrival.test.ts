import { expect, it } from 'vitest';
import type { FieldCommand } from '../sync/field-command.ts';
import { nobodyYet, noteArrival } from './arrival.ts';

const visitId = '019abb1c-0000-7000-8000-000000000001';
const morning = '2026-11-30T01:00:00.000Z';
const noon = '2026-11-30T05:00:00.000Z';
const nextDay = '2026-12-01T01:00:00.000Z';

const command = (author: string, at: string, what: Pick<FieldCommand, 'action' | 'payload'>): FieldCommand =>
  // Action and payload are of one kind, as they are given together.
  ({ id: `${author}-${at}`, author, clock: at, base: null, writtenAt: at, ...what }) as FieldCommand;
const arrives = (author: string, arrivedAt: string) =>
  command(author, arrivedAt, { action: 'visit.check-in', payload: { visitId, arrivedAt } });
const takesBack = (author: string) =>
  command(author, morning, { action: 'visit.take-back-check-in', payload: { visitId } });
const works = (author: string, at: string) =>
  command(author, at, { action: 'answer.set', payload: { visitId, itemCode: 'M01', conformity: 'conform' } });
const dividesUp = (author: string) =>
  command(author, noon, { action: 'visit.assign-sections', payload: { visitId, sections: [] } });

const after = (...commands: readonly FieldCommand[]) => {
  const arrival = nobodyYet();
  for (const one of commands) noteArrival(arrival, one);
  return [arrival.checkedInAt, arrival.checkInTakenBack];
};

it.each([
  ['of two the first counts', [arrives('a', morning), arrives('b', noon)], morning, false],
  ['a colleague takes it back', [arrives('a', morning), takesBack('b')], null, true],
  ['its author worked on', [arrives('a', morning), takesBack('b'), works('a', noon)], morning, false],
  ['somebody else worked', [arrives('a', morning), takesBack('b'), works('c', noon)], null, true],
  ['its author only divides the work', [arrives('a', morning), takesBack('b'), dividesUp('a')], null, true],
  [
    'its author worked on another day',
    [arrives('a', morning), takesBack('b'), works('a', nextDay)],
    null,
    true,
  ],
  ['its author withdrew it', [arrives('a', morning), takesBack('a'), works('a', noon)], null, true],
  [
    'its author agreed that it was wrong',
    [arrives('a', morning), takesBack('b'), takesBack('a'), works('a', noon)],
    null,
    true,
  ],
  [
    'its author came anew',
    [arrives('a', morning), takesBack('b'), arrives('a', noon), works('a', noon)],
    noon,
    false,
  ],
])('an arrival stands or not: %s', (_, commands, checkedInAt, takenBack) => {
  expect(after(...commands)).toEqual([checkedInAt, takenBack]);
});
