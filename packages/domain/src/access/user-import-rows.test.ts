import { describe, expect, it } from 'vitest';
import { describeImport } from '../organisation/import-report.ts';
import { mostTold } from './tell-user-changes.ts';
import { commune, province, reasons, row, run, units } from './testing/user-file.ts';

function standing(change: Parameters<typeof row>[1] = {}) {
  const { createAccounts: accounts, createGrants: grants } = run([row(2, change)]);
  return { accounts, grants };
}
function without(column: 'email' | 'valid_until', change: Parameters<typeof row>[1] = {}) {
  const { line, values } = row(2, change);
  const { [column]: _, ...rest } = values;
  return { line, values: rest };
}
const told = (plan: ReturnType<typeof run>) =>
  describeImport(plan.report, 'vi').changes.map(({ reason }) => reason);

describe('what a file says of a person', () => {
  it('leaves the e-mail address and the end of a role where the column is not there', () => {
    const there = standing({ valid_until: '2026-12-31' });
    const silent = [without('email', { valid_until: '2026-12-31' }), without('valid_until')] as const;
    for (const one of silent) expect(run([one], there).report).toMatchObject({ unchanged: 1, changes: [] });
    expect(run([without('email')]).createAccounts).toMatchObject([{ email: null }]);
    expect(run([without('valid_until')]).createGrants).toMatchObject([{ validUntil: null }]);
  });

  it('removes an address and opens an end with an empty cell, and says so', () => {
    const there = standing({ valid_until: '2026-12-31' });
    const plan = run([row(2, { email: '', valid_until: '' })], there);
    expect(plan.report).toMatchObject({ updated: 1 });
    expect(told(plan)).toEqual([
      'Bỏ địa chỉ thư điện tử mau@vi-du.vn của Đặng Thị Mẫu.',
      'Vai trò Người đứng đầu đơn vị của Đặng Thị Mẫu, phạm vi Xã Cổ Lễ, không còn kết thúc ngày 31/12/2026 mà giữ đến khi có quyết định khác.',
    ]);
    const longer = run(
      [row(2, { email: 'moi@vi-du.vn', valid_until: '31/12/2027', valid_from: '2025-07-02' })],
      {
        ...there,
        today: '2025-07-01',
      },
    );
    expect(told(longer)).toEqual([
      'Đổi địa chỉ thư điện tử của Đặng Thị Mẫu từ mau@vi-du.vn thành moi@vi-du.vn.',
      'Vai trò Người đứng đầu đơn vị của Đặng Thị Mẫu, phạm vi Xã Cổ Lễ, bắt đầu từ ngày 02/07/2025 thay vì 01/07/2025.',
      'Vai trò Người đứng đầu đơn vị của Đặng Thị Mẫu, phạm vi Xã Cổ Lễ, kéo dài từ hết ngày 31/12/2026 đến hết ngày 31/12/2027.',
    ]);
  });

  it('says of each new person who they become', () => {
    const plan = run([
      row(2, { valid_until: '2026-12-31' }),
      row(3, { username: 'quan.tri', full_name: 'Lê Văn Trị', role: 'Quản trị viên', unit_code: '' }),
    ]);
    expect(describeImport(plan.report, 'en').changes).toEqual([
      { line: 2, code: 'chu.tich', reason: 'An account is created for Đặng Thị Mẫu.' },
      {
        ...{ line: 2, code: 'chu.tich' },
        reason: 'Đặng Thị Mẫu gets the role Agency head over Xã Cổ Lễ from 01/07/2025 to 31/12/2026.',
      },
      { line: 3, code: 'quan.tri', reason: 'An account is created for Lê Văn Trị.' },
      {
        ...{ line: 3, code: 'quan.tri' },
        reason: 'Lê Văn Trị gets the role Administrator over the whole system from 01/07/2025 on.',
      },
    ]);
  });

  it('tells so many changes at most, and how many more there are', () => {
    const many = Array.from({ length: mostTold / 2 + 1 }, (_, index) =>
      row(index + 2, { username: `nguoi.${index}` }),
    );
    const { created, changes = [] } = run(many).report;
    expect([created, changes.length]).toEqual([mostTold / 2 + 1, mostTold + 1]);
    expect(changes.at(-1)).toMatchObject({ reason: 'access.more-changes', details: { count: 2 } });
  });

  it('moves somebody with a yes, by a role that goes on, never by one that is over nor by one over the whole system', () => {
    const there = { ...standing(), confirmed: ['workplace:chu.tich'] };
    const moved = run([row(2, { unit_code: '37', role: 'inspector' })], there);
    expect(moved.updateAccounts).toMatchObject([{ unitId: province }]);
    expect(moved.report.warnings).toMatchObject([
      { reason: 'access.moved', details: { before: 'Xã Cổ Lễ', after: 'Tỉnh Ninh Bình' } },
    ]);
    const over = row(2, { unit_code: '37', role: 'inspector', valid_until: '2026-01-31' });
    const whole = row(2, { unit_code: '', role: 'administrator' });
    for (const one of [over, whole])
      expect(run([one], there)).toMatchObject({
        ...{ createGrants: [{}], updateAccounts: [] },
        report: { asked: [] },
      });
    const history = run([over, row(3)]);
    expect(history.createAccounts).toMatchObject([{ unitId: commune }]);
  });

  it('gives somebody their first workplace without a question', () => {
    const { accounts, grants } = standing();
    const nowhere = { grants, accounts: accounts.map((account) => ({ ...account, unitId: null })) };
    const plan = run([row(2, { unit_code: '37', role: 'inspector' })], nowhere);
    expect(plan).toMatchObject({ updateAccounts: [{ unitId: province }], report: { created: 1, asked: [] } });
  });

  it('makes no second role beside one that stands, nor two on the same days', () => {
    const later = standing({ valid_from: '2026-06-01' });
    const earlier = standing({ valid_until: '2025-12-31' });
    const [account] = earlier.accounts;
    const grants = [...earlier.grants, ...later.grants].map((grant) => ({
      ...grant,
      accountId: account?.id ?? '',
    }));
    const both = { accounts: earlier.accounts, grants };
    expect(reasons(run([row(2)], both))).toEqual([[2, 'access.role-held']]);
    const gap = run([row(2, { valid_until: '2026-05-31' })], both);
    expect(gap).toMatchObject({ createGrants: [], updateGrants: [{ validUntil: '2026-05-31' }] });
    expect(reasons(run([row(2), row(3, { valid_from: '2025-09-01' })]))).toEqual([
      [3, 'access.grant-repeated'],
    ]);
  });

  it('tells all that is wrong in a row, which counts once', () => {
    const plan = run([
      row(2, {
        ...{ username: 'tt tam', full_name: '', email: 'khong-phai', unit_code: '99999', role: 'thanh tra' },
        ...{ valid_from: '2026-02-01', valid_until: '31/12/26' },
      }),
      row(3),
    ]);
    expect(reasons(plan)).toEqual([
      [2, 'access.username-shape'],
      [2, 'access.full-name-missing'],
      [2, 'access.email-wrong'],
      [2, 'access.role-unknown'],
      [2, 'access.date-wrong'],
      [2, 'access.unit-unknown'],
    ]);
    expect(plan.report).toMatchObject({ read: 2, created: 1 });
  });

  it('takes a row of an account that stands by whatever name it has had', () => {
    const there = standing();
    const accounts = there.accounts.map((account) => ({ ...account, username: '0912345678' }));
    expect(run([row(2, { username: '0912345678' })], { ...there, accounts }).report).toMatchObject({
      unchanged: 1,
    });
    expect(reasons(run([row(2, { username: '0912345678' })]))).toEqual([[2, 'access.username-shape']]);
  });
});

describe('a unit code that a workbook holds as a number', () => {
  const coded = (code: string) =>
    units.slice(0, 1).map((unit) => ({ ...unit, id: code, identityId: code, code, name: `Đơn vị ${code}` }));
  const numbered = { ...row(2, { unit_code: '363', role: 'inspector' }), numeric: ['unit_code'] };

  it('means the one unit that it can mean, with the zeros that it lost', () => {
    const plan = run([numbered], { units: coded('00363') });
    expect(plan.createGrants).toMatchObject([{ unitId: '00363' }]);
  });

  it('is refused where it can mean several, and never read as a shorter code', () => {
    const both = [...coded('00363'), ...coded('363')];
    const plan = run([numbered], { units: both });
    expect(reasons(plan)).toEqual([[2, 'access.unit-number-doubtful']]);
    expect(plan.report.rejected[0]?.details.units).toBe('00363 Đơn vị 00363, 363 Đơn vị 363');
    const text = run([row(2, { unit_code: '363', role: 'inspector' })], { units: both });
    expect(text.createGrants).toMatchObject([{ unitId: '363' }]);
  });
});

describe('the day of a role', () => {
  it.each([
    ['31/01/2026', '2026-01-31'],
    ['1/2/2026', '2026-02-01'],
    ['2026-01-31', '2026-01-31'],
  ])('“%s” is %s', (cell, day) => {
    expect(run([row(2, { valid_from: cell })]).createGrants).toMatchObject([{ validFrom: day }]);
  });

  it.each([...['1/31/2026', '31/1/26', '31/2/2026', '46053', '']])(
    '“%s” is doubtful: its column and what it says are told',
    (cell) => {
      const plan = run([row(2, { valid_from: cell })]);
      expect(plan.report.rejected).toEqual([
        {
          line: 2,
          reason: 'access.date-wrong',
          details: { username: 'chu.tich', column: '“Từ ngày” (valid_from)', cell },
        },
      ]);
    },
  );

  it.each(['01/01/1900', '2200-01-01', '31/12/9999'])('%s is too far', (cell) => {
    const far = [[2, 'access.date-far']];
    expect(reasons(run([row(2, { valid_from: cell })]))).toEqual(far);
    if (!cell.endsWith('1900')) expect(reasons(run([row(2, { valid_until: cell })]))).toEqual(far);
  });
});

describe('a role over a unit that ends', () => {
  const gone = units.map((unit) => (unit.id === commune ? { ...unit, validUntil: '2025-12-31' } : unit));

  it('ends with it, whatever later end the file says', () => {
    for (const valid_until of ['', '2026-12-31']) {
      const plan = run([row(2, { valid_until })], { units: gone });
      expect(plan.createGrants).toMatchObject([{ validUntil: '2025-12-31' }]);
      expect(plan.report.warnings).toMatchObject([{ line: 2, reason: 'access.role-ends-with-unit' }]);
    }
    const sooner = run([row(2, { valid_until: '2025-11-30' })], { units: gone });
    expect(sooner.report).toMatchObject({ created: 1, warnings: [] });
    expect(run([without('valid_until')], { units: gone }).report.warnings).toHaveLength(1);
  });

  it('goes on where the unit does, under whatever name', () => {
    const next = units.filter(({ id }) => id === commune);
    const renamed = next.map((unit) => ({ ...unit, id: 'next', name: 'Xã Mới', validFrom: '2026-01-01' }));
    const plan = run([row(2)], { units: [...gone, ...renamed] });
    expect(plan.createGrants).toMatchObject([{ unitId: commune, validUntil: null }]);
    expect(plan.report.warnings).toEqual([]);
    expect(plan.createAccounts).toMatchObject([{ unitId: 'next' }]);
  });

  it('is not cut in the past where it stands beyond it', () => {
    const there = standing();
    expect(run([row(2)], { ...there, units: gone }).report).toMatchObject({ unchanged: 1, rejected: [] });
  });
});
