import { calendarYear, holiday } from '@kycuong/db/schema/calendar.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import type { Holiday } from '@kycuong/domain/calendar/holiday.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { versionOf } from '../seen.ts';
import { type House, openHouse } from '../testing/house.ts';
import { listHolidays } from './list-holidays.ts';
import { loadCalendar } from './load-calendar.ts';
import { removeHoliday } from './remove-holiday.ts';
import { setHoliday } from './set-holiday.ts';
import { setYear } from './set-year.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

const flood: Holiday = {
  date: '2026-11-25',
  kind: 'off',
  nameVi: 'Nghỉ phòng chống bão',
  nameEn: 'Closed for the storm',
  source: 'Công điện giả định của tỉnh',
  mark: 'P',
};

describe('the calendar', () => {
  it('comes with the holidays of three years, the last one not yet confirmed', async () => {
    const { years, holidays } = await house.ask('inspector', listHolidays, {});
    expect(years.map(({ year, confirmed }) => [year, confirmed])).toEqual([
      [2025, true],
      [2026, true],
      [2027, false],
    ]);
    expect(holidays.find(({ date }) => date === '2026-11-24')).toMatchObject({ kind: 'off', mark: 'V' });
    expect(years.find(({ year }) => year === 2026)?.source).toContain('23/11/2026');
  });

  it('corrects where a shipped day is said to come from, and nothing that the province wrote', async () => {
    const swap = 'Hoán đổi dịp Quốc khánh 2026; ngày cụ thể cần kiểm tra lại';
    const set = (date: string, facts: Partial<typeof holiday.$inferInsert>) =>
      house.look('office', (tx) => tx.update(holiday).set(facts).where(eq(holiday.date, date)));
    await set('2026-08-31', { source: swap, mark: 'M' });
    await set('2026-08-22', { source: 'Công văn của tỉnh', mark: 'P' });
    // Made by the province under the words of a shipped source.
    await house.look('office', (tx) =>
      tx.insert(holiday).values({ ...flood, date: '2026-12-30', source: swap }),
    );
    await house.look('office', (tx) =>
      tx
        .update(calendarYear)
        .set({ source: 'Thông báo 9441/TB-BNV về nghỉ Tết Âm lịch và Quốc khánh năm 2026' })
        .where(eq(calendarYear.year, 2026)),
    );
    await loadBuiltIn(house.ground);
    const { holidays, years } = await house.ask('inspector', listHolidays, {});
    const day = (date: string) => holidays.find((other) => other.date === date);
    expect(day('2026-08-31')).toMatchObject({ mark: 'V' });
    expect(day('2026-08-31')?.source).toContain('9441/TB-BNV');
    expect(day('2026-08-22')).toMatchObject({ source: 'Công văn của tỉnh', mark: 'P' });
    expect(day('2026-12-30')).toMatchObject({ source: swap });
    expect(years.find(({ year }) => year === 2026)?.source).toContain('23/11/2026');
    const entries = () =>
      house.lookAsSystem((tx) =>
        tx.select().from(trailEntry).where(eq(trailEntry.action, 'calendar.load-built-in')),
      );
    expect((await entries()).at(-1)).toMatchObject({ detail: { days: 0, corrected: 2 } });
    const told = (await entries()).length;
    await loadBuiltIn(house.ground);
    expect(await entries()).toHaveLength(told);
  });

  it('is counted with as it stands in the table', async () => {
    const calendar = await house.look('headCoLe', loadCalendar);
    expect(calendar.addWorkingDays('2026-11-23', 1)).toBe('2026-11-25');
  });
});

/** By which the calendar's page names what it shows of a day. */
const versionAt = async (day: string) =>
  (await house.ask('office', listHolidays, {})).holidays.find(({ date }) => date === day)?.version;

describe('setting a holiday', () => {
  it('is refused to who is neither administrator nor programme office', async () => {
    await expect(house.run('headCoLe', setHoliday, flood)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.run('inspector', removeHoliday, { date: flood.date })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('names the field that is wrong', async () => {
    await expect(house.run('office', setHoliday, { ...flood, date: '2026-02-30' })).rejects.toMatchObject({
      issues: [{ field: 'date', key: 'input.no-such-day' }],
    });
  });

  it('changes the count at once, leaves an entry, and takes effect once', async () => {
    const id = uuidV7();
    const first = await house.send('office', setHoliday, flood, id);
    expect(await house.send('office', setHoliday, flood, id)).toBe(first);
    const calendar = await house.look('office', loadCalendar);
    expect(calendar.addWorkingDays('2026-11-23', 1)).toBe('2026-11-26');
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ subjectKind: 'holiday', subjectId: '2026-11-25', detail: flood }]);
  });

  it('never replaces another in silence: it names the one that stands, or was read', async () => {
    for (const seen of [undefined, null, '']) {
      const other = { ...flood, nameVi: 'Nghỉ khác', kind: 'worked' as const, seen };
      await expect(house.run('office', setHoliday, other)).rejects.toMatchObject({
        code: 'conflict',
        key: 'calendar.day-taken',
        details: { field: 'date', day: '25/11/2026', name: flood.nameVi },
      });
      await expect(house.run('office', removeHoliday, { date: flood.date, seen })).rejects.toMatchObject({
        code: 'conflict',
        key: 'record.changed-since',
      });
    }
    const seen = await versionAt(flood.date);
    expect(seen).toBe(versionOf(flood));
    await house.run('administrator', setHoliday, { ...flood, source: 'Công điện sửa đổi', seen });
    const late = { code: 'conflict', key: 'record.changed-since' };
    await expect(
      house.run('office', setHoliday, { ...flood, source: 'Của người mở trước', seen }),
    ).rejects.toMatchObject(late);
    await expect(house.run('office', removeHoliday, { date: flood.date, seen })).rejects.toMatchObject(late);
    await expect(
      house.run('office', setHoliday, { ...flood, date: '2026-11-27', seen }),
    ).rejects.toMatchObject(late);
    const rows = await house.look('office', (tx) => tx.select().from(holiday));
    expect(rows.find(({ date }) => date === flood.date)).toMatchObject({ source: 'Công điện sửa đổi' });
    expect(rows.find(({ date }) => date === '2026-11-27')).toBeUndefined();
  });

  it('needs no English name: the Vietnamese one stands in its place', async () => {
    const { nameEn: _, ...without } = flood;
    await house.run('office', setHoliday, { ...without, date: '2026-11-28' });
    const rows = await house.look('office', (tx) => tx.select().from(holiday));
    expect(rows.find(({ date }) => date === '2026-11-28')).toMatchObject({ nameEn: flood.nameVi });
    await house.run('office', removeHoliday, {
      date: '2026-11-28',
      seen: await versionAt('2026-11-28'),
    });
  });

  it('stays edited or removed when the product starts again', async () => {
    await house.run('office', removeHoliday, { date: '2026-11-24', seen: await versionAt('2026-11-24') });
    await house.run('office', setHoliday, {
      ...flood,
      date: '2026-09-01',
      kind: 'worked',
      seen: await versionAt('2026-09-01'),
    });
    await loadBuiltIn(house.ground);
    const rows = await house.look('office', (tx) => tx.select().from(holiday));
    expect(rows.find(({ date }) => date === '2026-11-24')).toBeUndefined();
    expect(rows.find(({ date }) => date === '2026-09-01')).toMatchObject({ kind: 'worked' });
  });

  it('cannot be removed twice', async () => {
    await expect(house.run('office', removeHoliday, { date: '2026-11-24' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('the notice of a year', () => {
  const notice = { year: 2027, confirmed: true, source: 'Thông báo 5000/TB-BNV' };

  it('is refused to who is neither administrator nor programme office', async () => {
    await expect(house.run('headCoLe', setYear, notice)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.run('leadership', setYear, notice)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('names the field that is wrong', async () => {
    await expect(house.run('office', setYear, { ...notice, year: 20_270 })).rejects.toMatchObject({
      issues: [{ field: 'year', key: 'input.above' }],
    });
    await expect(house.run('office', setYear, { ...notice, source: ' ' })).rejects.toMatchObject({
      issues: [{ field: 'source', key: 'input.required' }],
    });
  });

  it('makes deadlines in the year firm, leaves an entry, and takes effect once', async () => {
    const before = await house.look('office', loadCalendar);
    expect(before.unconfirmedYears('2026-12-30', '2027-01-10')).toEqual([2027]);
    const id = uuidV7();
    const { years } = await house.ask('office', listHolidays, {});
    const seen = years.find(({ year }) => year === notice.year)?.version;
    const read = { ...notice, seen };
    const first = await house.send('office', setYear, read, id);
    expect(await house.send('office', setYear, read, id)).toBe(first);
    for (const other of [seen, undefined, null, ''])
      await expect(house.run('office', setYear, { ...notice, seen: other })).rejects.toMatchObject({
        key: 'record.changed-since',
      });
    const after = await house.look('office', loadCalendar);
    expect(after.unconfirmedYears('2026-12-30', '2027-01-10')).toEqual([]);
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ subjectKind: 'calendar-year', subjectId: '2027', detail: notice }]);
  });
});
