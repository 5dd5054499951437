import type { Role } from '@kycuong/domain/access/role.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { type Api, apiAs } from './api-as.ts';

export interface Invented {
  readonly accountId: string;
  readonly username: string;
  readonly password: string;
  readonly api: Api;
}

/** A person beside the demo story's, with one role over a unit and a password of their own. */
export async function invent(admin: Api, username: string, role: Role, unitId: string): Promise<Invented> {
  const accountId = uuidV7();
  const given = 'mit-huong-rung-phieu-41';
  const password = 'qua-mit-huong-rung-71';
  await admin.access.createAccount.mutate({
    id: uuidV7(),
    payload: {
      accountId,
      username,
      fullName: `Lò Thị ${username}`,
      email: null,
      unitId,
      grants: [{ role, unitId, validFrom: dateInVietnam(new Date()), validUntil: null }],
      password: given,
    },
  });
  const newcomer = await apiAs(username, undefined, given);
  await newcomer.access.changePassword.mutate({ id: uuidV7(), payload: { current: given, next: password } });
  return { accountId, username, password, api: await apiAs(username, undefined, password) };
}
