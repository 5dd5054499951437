import { describe, expect, it } from 'vitest';
import { describeImport } from '../organisation/import-report.ts';
import { commune, province, reasons, row, run, units } from './testing/user-file.ts';

/** The head of the commune, as a file has made them. */
function standing() {
  const first = run([row(2)]);
  const [account] = first.createAccounts;
  const [grant] = first.createGrants;
  if (!account || !grant) throw new Error('nobody was made');
  return { account, grant, there: { accounts: [account], grants: [grant] } };
}
const overCommune = (...places: readonly (string | null)[]) => places.every((place) => place === commune);

describe('another name under a user name that stands', () => {
  const other = [
    row(2, { full_name: 'Lê Văn Khác' }),
    row(3, { full_name: 'Lê Văn Khác', role: 'inspector' }),
  ];

  it('is asked about once, and all rows of that person wait', () => {
    const { there } = standing();
    const plan = run(other, there);
    expect(plan).toMatchObject({ updateAccounts: [], createGrants: [], updateGrants: [] });
    expect(plan.report).toMatchObject({ ...{ read: 2, created: 0, updated: 0, unchanged: 0 }, waits: 2 });
    expect(plan.report.asked).toMatchObject([
      {
        ...{ id: 'person:chu.tich', waits: true, line: 2, code: 'chu.tich' },
        details: { before: 'Đặng Thị Mẫu', after: 'Lê Văn Khác' },
      },
    ]);
  });

  it('is taken and renames once it is confirmed', () => {
    const { there, account } = standing();
    const plan = run(other, { ...there, confirmed: ['person:chu.tich'] });
    expect(plan.updateAccounts).toMatchObject([{ id: account.id, fullName: 'Lê Văn Khác' }]);
    expect(plan.report).toMatchObject({ created: 1, updated: 1, asked: [] });
    expect(describeImport(plan.report, 'vi').changes[0]?.reason).toBe(
      'Đổi họ tên từ Đặng Thị Mẫu thành Lê Văn Khác.',
    );
  });

  it('is refused without a question to whoever does not reach all that the person holds, confirmed or not', () => {
    const { there, account, grant } = standing();
    const wide = { ...grant, id: 'wide', unitId: province ?? '' };
    const more = { accounts: [account], grants: [...there.grants, wide], mayGrant: overCommune };
    for (const confirmed of [[], ['person:chu.tich']]) {
      const plan = run([row(2, { full_name: 'Lê Văn Khác' })], { ...more, confirmed });
      expect(reasons(plan)).toEqual([[2, 'access.outside-your-units']]);
      expect(plan.report.asked).toEqual([]);
    }
  });

  it('is no other where only the spelling differs', () => {
    const { there } = standing();
    const plan = run([row(2, { full_name: 'ĐẶNG THỊ MẪU'.normalize('NFD') })], there);
    expect(plan.report).toMatchObject({ updated: 1, asked: [], changes: [{ reason: 'access.renamed' }] });
  });

  it('stays refused within one file, confirmed or not', () => {
    const two = [row(2), row(3, { full_name: 'Lê Văn Khác', role: 'inspector' })];
    const { there } = standing();
    for (const more of [{}, there, { ...there, confirmed: ['person:chu.tich'] }])
      expect(reasons(run(two, more))).toEqual([[3, 'access.username-of-another']]);
    const waiting = run([row(2, { full_name: 'Lê Văn Khác' }), row(3, { role: 'inspector' })], there);
    expect(reasons(waiting)).toEqual([[3, 'access.username-of-another']]);
    const addresses = run([row(2), row(3, { email: 'khac@vi-du.vn', role: 'inspector' })]);
    expect(reasons(addresses)).toEqual([[3, 'access.email-of-two']]);
  });
});

describe('the workplace of an account that stands', () => {
  const id = 'workplace:chu.tich';
  const rows = [
    row(2, { unit_code: '37', role: 'inspector' }),
    row(3, { unit_code: '37', role: 'leadership' }),
  ];

  it('is asked about once, and stays until somebody says yes; the role is given', () => {
    const { there } = standing();
    const plan = run(rows, there);
    expect(plan).toMatchObject({ createGrants: [{ unitId: province }, {}], updateAccounts: [] });
    const asked = plan.report.asked.filter((question) => question.id === id);
    expect(asked).toMatchObject([{ id, waits: false, line: 2, code: 'chu.tich' }]);
    expect(describeImport({ ...plan.report, asked }, 'vi').asked[0]?.reason).toBe(
      'Đặng Thị Mẫu đang công tác tại Xã Cổ Lễ. Chuyển đơn vị công tác đến Tỉnh Ninh Bình?',
    );
    const moved = run(rows, { ...there, confirmed: [id] });
    expect(moved.updateAccounts).toMatchObject([{ unitId: province }]);
    expect(moved.report.asked.map((question) => question.id)).not.toContain(id);
    expect(moved.report.warnings).toMatchObject([{ line: 2, reason: 'access.moved' }]);
  });

  it('is asked of nobody who could not move the person, and a yes of theirs moves nobody', () => {
    const { there, account, grant } = standing();
    const wide = { ...grant, id: 'wide', unitId: province ?? '' };
    const away = { accounts: [{ ...account, unitId: 'away' }], grants: [wide] };
    const mayGrant = (...places: readonly (string | null)[]) => !places.includes(province ?? '');
    for (const confirmed of [[], [id]])
      expect(run([row(2)], { ...away, mayGrant, confirmed })).toMatchObject({
        ...{ createGrants: [{ unitId: commune }], updateAccounts: [] },
        report: { asked: [], rejected: [] },
      });
    expect(run(rows, { ...there, mayGrant: overCommune }).report.asked).toEqual([]);
  });
});

describe('a role elsewhere', () => {
  const elsewhere = row(2, { unit_code: '37', role: 'inspector', valid_from: '2027-01-01' });

  it('is given, and the one that stands is asked about; confirmed, it ends the day before', () => {
    const { there, grant } = standing();
    const id = `ends-role:${grant.id}`;
    const plan = run([elsewhere], there);
    expect(plan).toMatchObject({ createGrants: [{ unitId: province }], updateGrants: [] });
    expect(plan.report.asked).toMatchObject([
      { id: 'workplace:chu.tich' },
      { id, waits: false, details: { date: '2026-12-31', heldOver: 'Xã Cổ Lễ' } },
    ]);
    const ended = run([elsewhere], { ...there, confirmed: [id, 'workplace:chu.tich'] });
    expect(ended.updateGrants).toMatchObject([{ id: grant.id, validUntil: '2026-12-31' }]);
    expect(ended.report).toMatchObject({ created: 1, asked: [] });
  });

  it('leaves days that have passed as they were: yesterday is the last one at the earliest', () => {
    const { there, grant } = standing();
    const since = row(2, { unit_code: '37', role: 'inspector', valid_from: '2026-03-01' });
    const ended = run([since], { ...there, confirmed: [`ends-role:${grant.id}`] });
    expect(ended.updateGrants).toMatchObject([{ id: grant.id, validUntil: '2026-11-22' }]);
  });

  it('asks of no role that the file speaks of, that is over, or that a new name of the same unit holds', () => {
    const { there, grant } = standing();
    expect(run([row(2), { ...elsewhere, line: 3 }], there).report.asked).toEqual([]);
    const over = { ...grant, validUntil: '2026-12-31' };
    expect(run([elsewhere], { ...there, grants: [over] }).report.asked).toMatchObject([
      { reason: 'access.works-elsewhere' },
    ]);
    const past = row(2, { ...elsewhere.values, valid_from: '2025-08-01', valid_until: '2026-01-31' });
    expect(run([past], there).report.asked).toEqual([]);
    const renamed = units.flatMap((unit) =>
      unit.id === commune
        ? [
            { ...unit, validUntil: '2026-12-31' },
            { ...unit, id: 'new-name', code: '14099', name: 'Xã Cổ Lễ Mới', validFrom: '2027-01-01' },
          ]
        : unit,
    );
    const same = run([row(2, { unit_code: '14099', role: 'inspector', valid_from: '2027-01-01' })], {
      ...there,
      units: renamed,
    });
    expect(same.report).toMatchObject({ created: 1, asked: [], warnings: [] });
    expect(same.updateAccounts).toEqual([]);
  });

  it('is asked of nobody who could not end it, and a confirmation ends nothing else', () => {
    const { there, grant } = standing();
    const wide = { ...grant, id: 'wide', role: 'inspector', unitId: province ?? '' } as const;
    const more = { ...there, grants: [wide], mayGrant: overCommune };
    const head = row(2, { valid_from: '2026-08-01' });
    const confirmed = ['ends-role:wide', 'ends-role:another'];
    expect(run([head], { ...more, confirmed })).toMatchObject({
      createGrants: [{ unitId: commune }],
      updateGrants: [],
      report: { asked: [] },
    });
    const stranger = { ...grant, id: 'stranger', accountId: 'of-another' };
    const sent = run([elsewhere], {
      ...there,
      grants: [...there.grants, stranger],
      confirmed: ['ends-role:stranger'],
    });
    expect(sent.updateGrants).toEqual([]);
  });

  it('never ends the last administrator: the row is refused', () => {
    const whole = { unit_code: '', role: 'administrator', valid_from: '2020-01-01' };
    const first = run([row(2, whole)]);
    const there = { accounts: first.createAccounts, grants: first.createGrants };
    const confirmed = [`ends-role:${first.createGrants[0]?.id}`];
    const plan = run([elsewhere], { ...there, confirmed });
    expect(reasons(plan)).toEqual([[2, 'access.last-administrator']]);
    expect(plan).toMatchObject({ createGrants: [], updateGrants: [] });
  });
});
