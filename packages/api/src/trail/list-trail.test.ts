import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endSessions } from '../access/end-sessions.ts';
import { removeHoliday } from '../calendar/remove-holiday.ts';
import { setHoliday } from '../calendar/set-holiday.ts';
import { ask } from '../query.ts';
import { versionOf } from '../seen.ts';
import { type House, openHouse } from '../testing/house.ts';
import { listTrail } from './list-trail.ts';

const flood = {
  date: '2026-11-25',
  kind: 'off',
  nameVi: 'Nghỉ bão',
  nameEn: 'Storm',
  source: 'Công điện 12/CĐ-UBND',
  mark: 'V',
} as const;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  house.setNow('2026-11-22T16:59:59Z');
  await house.run('office', setHoliday, flood);
  house.setNow('2026-11-23T02:00:00Z');
  await house.run('administrator', removeHoliday, { date: flood.date, seen: versionOf(flood) });
  for (let day = 1; day <= 30; day += 1)
    for (const month of ['01', '03', '05', '07'])
      await house.run('administrator', setHoliday, {
        ...flood,
        date: `2027-${month}-${String(day).padStart(2, '0')}`,
      });
});
afterAll(() => house.close());

describe('the audit trail', () => {
  it('is refused to whoever is not an administrator', async () => {
    const caller = { kind: 'person', accountId: uuidV7() } as const;
    await expect(ask(listTrail, { ground: house.ground, caller }, {})).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    for (const person of ['office', 'leadership', 'headCoLe'] as const)
      await expect(house.ask(person, listTrail, {})).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('names the field that is wrong', async () => {
    await expect(house.ask('administrator', listTrail, { from: '2026-13-01' })).rejects.toMatchObject({
      issues: [{ field: 'from' }],
    });
  });

  it('comes a hundred at a time, the newest first, none twice and none left out', async () => {
    const first = await house.ask('administrator', listTrail, {});
    expect(first.entries).toHaveLength(100);
    const rest = await house.ask('administrator', listTrail, { cursor: first.next ?? 0 });
    expect(rest).toMatchObject({ next: null });
    const numbers = [...first.entries, ...rest.entries].map(({ seq }) => seq);
    expect(new Set(numbers).size).toBe(122);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  });

  it('tells who, when, what, on what, and what was said', async () => {
    const { entries } = await house.ask('administrator', listTrail, { q: 'van', until: '2026-11-22' });
    expect(entries).toMatchObject([
      {
        at: '2026-11-22T16:59:59.000Z',
        actorName: 'Trần Thị Văn',
        username: 'office',
        action: 'calendar.set-holiday',
        subjectKind: 'holiday',
        subjectId: flood.date,
        detail: flood,
        subjectAccount: null,
      },
    ]);
    const accountId = house.accountId('inspector');
    await house.run('administrator', endSessions, { accountId });
    const about = await house.ask('administrator', listTrail, { subjectId: accountId });
    expect(about.entries).toMatchObject([{ subjectAccount: { id: accountId, username: 'inspector' } }]);
  });

  it('is narrowed by day in Vietnam, area, person, thing and words without marks', async () => {
    const count = async (input: Parameters<typeof house.ask<typeof listTrail.input, unknown>>[2]) =>
      (await house.ask('administrator', listTrail, input)).entries.length;
    expect(await count({ until: '2026-11-22' })).toBe(1);
    expect(await count({ subjectId: flood.date, from: '2026-11-23' })).toBe(1);
    expect(await count({ subjectId: flood.date, area: 'calendar' })).toBe(2);
    expect(await count({ area: 'access' })).toBe(1);
    expect(await count({ actorId: house.accountId('office') })).toBe(1);
    expect(await count({ q: 'nghi bao 12/cd', until: '2026-11-22' })).toBe(1);
  });
});
