import { describe, expect, it } from 'vitest';
import { commune, province, reasons, row, run, units } from './testing/user-file.ts';

describe('planUserImport', () => {
  it('makes one account of a person with two roles', () => {
    const plan = run([
      row(2),
      row(3, { role: 'inspector', unit_code: '37', valid_from: '1/8/2025', valid_until: '31/12/2026' }),
    ]);
    expect(plan.report).toMatchObject({ read: 2, created: 2, rejected: [] });
    expect(plan.createAccounts).toMatchObject([
      { username: 'chu.tich', fullName: 'Đặng Thị Mẫu', email: 'mau@vi-du.vn', unitId: commune },
    ]);
    expect(plan.createGrants).toMatchObject([
      { role: 'agency-head', unitId: commune, validFrom: '2025-07-01', validUntil: null },
      { role: 'inspector', unitId: province, validFrom: '2025-08-01', validUntil: '2026-12-31' },
    ]);
  });

  it('changes nothing the second time, and updates what differs', () => {
    const first = run([row(2)]);
    const there = { accounts: first.createAccounts, grants: first.createGrants };
    expect(run([row(2, { username: 'CHU.TICH' })], there).report).toMatchObject({ unchanged: 1, created: 0 });
    const renamed = run([row(2, { full_name: 'Đặng Thị Mới' })], {
      ...there,
      confirmed: ['person:chu.tich'],
    });
    expect(renamed.report).toMatchObject({ updated: 1 });
    expect(renamed.updateAccounts).toMatchObject([
      { id: first.createAccounts[0]?.id, fullName: 'Đặng Thị Mới' },
    ]);
    const ended = run([row(2, { valid_until: '2026-12-31' })], there);
    expect(ended.report).toMatchObject({ updated: 1 });
    expect(ended.updateGrants).toMatchObject([{ id: first.createGrants[0]?.id, validUntil: '2026-12-31' }]);
  });

  it('opens no way that the commands refuse', () => {
    const first = run([row(2)]);
    const there = { accounts: first.createAccounts, grants: first.createGrants };
    const id = first.createAccounts[0]?.id ?? '';
    const past = run([row(2, { valid_until: '2026-01-31' })], there);
    expect(reasons(past)).toEqual([[2, 'access.end-in-past']]);
    const later = run([row(2, { valid_from: '2026-12-15' })], there);
    expect(reasons(later)).toEqual([[2, 'access.role-begun']]);
    const mayGrant = (...places: readonly (string | null)[]) => places.every((place) => place === commune);
    const teamUnits = new Map([[id, [province ?? '']]]);
    const renamed = run([row(2, { full_name: 'Kẻ Khác' })], { ...there, mayGrant, teamUnits });
    expect(reasons(renamed)).toEqual([[2, 'access.outside-your-units']]);
    const own = run([row(2, { role: 'inspector' })], { ...there, actorId: id });
    expect(reasons(own)).toEqual([[2, 'access.own-role']]);
    const gone = units.map((unit) => (unit.id === province ? { ...unit, validUntil: '2025-12-31' } : unit));
    const moved = run([row(2, { unit_code: '37', role: 'inspector' })], { ...there, units: gone });
    expect(moved.updateAccounts).toEqual([]);
    expect(moved.createGrants).toMatchObject([{ unitId: province, validUntil: '2025-12-31' }]);
  });

  it('names the line and the reason of every faulty row', () => {
    const plan = run([
      row(2, { username: 'có dấu' }),
      row(3, { full_name: ' ' }),
      row(4, { email: 'khong-phai' }),
      row(5, { role: 'vua' }),
      row(6, { unit_code: '' }),
      row(7, { unit_code: '99999' }),
      row(8, { valid_from: '2025-06-30' }),
      row(9, { valid_from: '31/2/2026' }),
      row(10, { valid_until: '2020-01-01' }),
      row(11),
      row(12),
      row(13, { full_name: 'Người Khác', role: 'inspector' }),
      { ...row(14), fault: 'file.cells-too-many' },
    ]);
    expect(reasons(plan)).toEqual([
      [2, 'access.username-shape'],
      [3, 'access.full-name-missing'],
      [4, 'access.email-wrong'],
      [5, 'access.role-unknown'],
      [6, 'access.role-needs-unit'],
      [7, 'access.unit-unknown'],
      [8, 'access.unit-unknown'],
      [9, 'access.date-wrong'],
      [10, 'access.until-before-from'],
      [12, 'access.grant-repeated'],
      [13, 'access.username-of-another'],
      [14, 'file.cells-too-many'],
    ]);
    expect(plan.report).toMatchObject({ read: 13, created: 1, refused: 12, waits: 0 });
  });

  it('keeps an administrator within their own units', () => {
    const mayGrant = (...places: readonly (string | null)[]) => places.every((place) => place === commune);
    const plan = run(
      [
        row(2),
        row(3, { username: 'khac', unit_code: '37' }),
        row(4, { username: 'toan', role: 'administrator', unit_code: '' }),
      ],
      {
        mayGrant,
      },
    );
    expect(reasons(plan)).toEqual([
      [3, 'access.outside-your-units'],
      [4, 'access.outside-your-units'],
    ]);
    const elsewhere = {
      id: 'other',
      username: 'chu.tich',
      fullName: 'Ai Đó',
      email: null,
      unitId: province ?? '',
    };
    expect(reasons(run([row(2)], { mayGrant, accounts: [elsewhere] }))).toEqual([
      [2, 'access.outside-your-units'],
    ]);
  });

  it('never ends the last administrator, but lets one follow another in the same file', () => {
    const whole = { unit_code: '', role: 'administrator', valid_from: '2020-01-01' };
    const first = run([row(2, { username: 'quan.tri', ...whole })]);
    const there = { accounts: first.createAccounts, grants: first.createGrants };
    const ending = row(2, { username: 'quan.tri', ...whole, valid_until: '2026-11-22' });
    const alone = run([ending], there);
    expect(reasons(alone)).toEqual([[2, 'access.last-administrator']]);
    expect(alone).toMatchObject({ updateGrants: [], report: { updated: 0 } });
    const successor = row(3, { username: 'ke.nhiem', ...whole, valid_from: '2026-11-01' });
    expect(run([ending, successor], there).report).toMatchObject({ updated: 1, created: 1, rejected: [] });
    const later = row(3, { username: 'ke.nhiem', ...whole, valid_from: '2026-12-01' });
    expect(reasons(run([ending, later], there))).toEqual([[2, 'access.last-administrator']]);
    const locked = there.accounts.map((account) => ({ ...account, absent: true }));
    expect(run([ending], { ...there, accounts: locked }).report).toMatchObject({ updated: 1 });
  });

  it('renames nobody who holds more than the administrator', () => {
    const first = run([row(2), row(3, { role: 'inspector', unit_code: '37' })]);
    const there = { accounts: first.createAccounts, grants: first.createGrants };
    const mayGrant = (...places: readonly (string | null)[]) => places.every((place) => place === commune);
    expect(run([row(2)], { ...there, mayGrant }).report).toMatchObject({ unchanged: 1, rejected: [] });
    expect(reasons(run([row(2, { full_name: 'Tên Khác' })], { ...there, mayGrant }))).toEqual([
      [2, 'access.outside-your-units'],
    ]);
  });
});
