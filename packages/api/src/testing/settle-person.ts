import type { Role } from '@kycuong/domain/access/role.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Register } from './more-people.ts';

export interface SettledPerson {
  readonly id: string;
  readonly at: string | null;
  readonly deviceId: string;
  readonly role: Role | undefined;
  readonly grants: readonly { readonly id: string; readonly unitId: string | null }[];
}
type Held = readonly (readonly [Role, string | null])[];

/** Somebody with everything that an account can have, each by one row. */
export async function settlePerson(
  register: Register,
  name: string,
  at: string | null,
  held: Held,
): Promise<SettledPerson> {
  const { accountId: id } = await register.addPerson(name, at);
  const deviceId = uuidV7();
  const rows = held.map(([role, unitId]) => ({ id: uuidV7(), role, unitId }));
  const db = register.sql;
  for (const { id: grantId, role, unitId } of rows)
    await db`insert into role_grant (id, account_id, role, unit_id, valid_from)
      values (${grantId}, ${id}, ${role}, ${unitId}, '2020-01-01')`;
  await db`insert into credential (account_id, password_hash, changed_at) values (${id}, 'x', now())`;
  await db`insert into session (id, account_id, expires_at, ends_at) values (${id}, ${id}, now(), now())`;
  await db`insert into second_factor (account_id, sealed_secret, last_step, enrolled_at) values (${id}, 'x', 0, now())`;
  await db`insert into recovery_code (hash, account_id) values (${id}, ${id})`;
  await db`insert into device (id, label, platform, sign_key, agree_key, unit_id, registered_by, registered_at)
    values (${deviceId}, 'x', 'x', 'x', 'x', ${at}, ${id}, now())`;
  await db`insert into device_account (device_id, account_id, first_seen_at, last_seen_at)
    values (${deviceId}, ${id}, now(), now())`;
  await db`insert into known_browser (browser, account_id, last_sign_in_at) values (${id}, ${id}, now())`;
  await db`insert into sign_in_throttle (key, failures, last_failure_at) values (${id}, 1, now())`;
  await db`insert into security_event (at, kind, account_id, bucket) values (now(), 'sign-in', ${id}, ${id})`;
  await db`insert into daily_use (subject, kind, day, number, bytes) values (${id}, 'kept', '2026-11-23', 1, 1)`;
  await db`insert into device_wipe (id, device_id, ordered_by, ordered_at, reason, cancelled_at)
    values (${uuidV7()}, ${deviceId}, ${id}, now(), 'x', now())`;
  return { id, at, deviceId, role: rows[0]?.role, grants: rows };
}
