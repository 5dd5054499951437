import { createAccount } from '@kycuong/api/access/create-account.ts';
import { demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import type { Role } from '@kycuong/domain/access/role.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { system, type Teller } from './teller.ts';
import { oldUnitsFrom } from './units.ts';

/** A person of the story. All are invented; those not among the demo accounts only lend their name. `over` and `at` are codes of units in force today. */
interface Person {
  readonly username: string;
  readonly fullName: string;
  readonly role: Role;
  readonly over: string;
  readonly at: string;
}

const people: readonly Person[] = [
  { username: 'quantri', fullName: 'Đỗ Quang Huy', role: 'administrator', over: '37', at: '37-VP' },
  { username: 'lanhdao', fullName: 'Vũ Thành Trung', role: 'leadership', over: '37', at: '37-VP' },
  {
    username: 'vanphong',
    fullName: 'Trần Thị Bích Ngọc',
    role: 'programme-office',
    over: '37',
    at: '37-SNV',
  },
  { username: 'truongdoan', fullName: 'Nguyễn Đức Thịnh', role: 'inspector', over: '37', at: '37-SNV' },
  { username: 'kiemtra1', fullName: 'Vũ Hoài Thu', role: 'inspector', over: '37', at: '37-SNV' },
  { username: 'kiemtra2', fullName: 'Bùi Thế Anh', role: 'inspector', over: '37', at: '37-SNV' },
  { username: 'chutich', fullName: 'Đặng Hồng Nhung', role: 'agency-head', over: '14026', at: '14026' },
  { username: 'iso', fullName: 'Hoàng Minh Châu', role: 'quality-office', over: '37', at: '37-TDC' },
  {
    username: 'chutich.ninhgiang',
    fullName: 'Phạm Quốc Toản',
    role: 'agency-head',
    over: '14038',
    at: '14038',
  },
  { username: 'chutich.catthanh', fullName: 'Lê Minh Quân', role: 'agency-head', over: '14056', at: '14056' },
];

/** Gives every person an account and a role that reaches back over predecessors, since long before the story's first fact. */
export async function tellPeople(teller: Teller, unitId: (code: string) => string): Promise<void> {
  for (const { username, fullName, role, over, at } of people) {
    const accountId = uuidV7();
    await teller.tell(system, createAccount, {
      accountId,
      username,
      fullName,
      email: null,
      unitId: unitId(at),
      grants: [{ role, unitId: unitId(over), validFrom: oldUnitsFrom, validUntil: null }],
      password: demoPassword,
      invented: true,
    });
    teller.know(username, accountId);
  }
}
