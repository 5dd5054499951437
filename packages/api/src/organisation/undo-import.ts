import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';
import { importedTables } from './imported-tables.ts';

/** From here on the fence lets go what this import made. */
export async function sayTakenBack(tx: Transaction, importId: string): Promise<void> {
  await tx.execute(sql`select set_config('kycuong.taken_back', ${importId}, true)`);
}

/**
 * Puts units and links back as they were before the import. Parents first: a unit that is to go may have been put over one
 * that stays. Who stands over whom has to be derived anew afterwards.
 */
export async function undoUnits(tx: Transaction, importId: string): Promise<void> {
  const mine = sql`c.import_id = ${importId} and c.what = 'unit'`;
  await tx.execute(sql`delete from unit_lineage l using list_import_change c
    where c.import_id = ${importId} and c.what = 'lineage' and c.before is null and l.id = c.row_id`);
  await tx.execute(sql`update unit u set parent_id = (c.before ->> 'parent_id')::uuid
    from list_import_change c where ${mine} and c.row_id = u.id and c.before is not null`);
  await tx.execute(sql`delete from unit_scope s using list_import_change c
    where ${mine} and c.before is null and c.row_id in (s.unit_id, s.ancestor_id)`);
  await tx.execute(
    sql`delete from unit u using list_import_change c where ${mine} and c.before is null and u.id = c.row_id`,
  );
  await tx.execute(sql`
    update unit u set identity_id = b.identity_id, code = b.code, name = b.name, kind = b.kind, level = b.level,
      valid_from = b.valid_from, valid_until = b.valid_until
    from list_import_change c, jsonb_populate_record(null::unit, c.before) b
    where ${mine} and c.row_id = u.id and c.before is not null`);
}

/** Takes roles and accounts of an import away and puts those that it changed back as they were. */
export async function undoUsers(tx: Transaction, importId: string): Promise<void> {
  const roles = sql`c.import_id = ${importId} and c.what = 'role'`;
  const accounts = sql`c.import_id = ${importId} and c.what = 'account'`;
  await tx.execute(
    sql`delete from role_grant g using list_import_change c where ${roles} and c.before is null and g.id = c.row_id`,
  );
  await tx.execute(sql`update role_grant g set valid_from = b.valid_from, valid_until = b.valid_until
    from list_import_change c, jsonb_populate_record(null::role_grant, c.before) b
    where ${roles} and g.id = c.row_id and c.before is not null`);
  await tx.execute(sql`select drop_first_passwords(${importId})`);
  await tx.execute(
    sql`delete from account a using list_import_change c where ${accounts} and c.before is null and a.id = c.row_id`,
  );
  await tx.execute(sql`update account a set full_name = b.full_name, email = b.email, unit_id = b.unit_id
    from list_import_change c, jsonb_populate_record(null::account, c.before) b
    where ${accounts} and a.id = c.row_id and c.before is not null`);
}

/** @throws DomainError `conflict` where a role that came back meets another of its kind that was given meanwhile */
export async function refuseRolesTwice(tx: Transaction, importId: string): Promise<void> {
  const twice = await tx.execute(sql`
    select from list_import_change c join role_grant mine on mine.id = c.row_id
    join role_grant other on other.account_id = mine.account_id and other.role = mine.role
      and other.unit_id is not distinct from mine.unit_id and other.id <> mine.id
      and daterange(other.valid_from, other.valid_until, '[]') && daterange(mine.valid_from, mine.valid_until, '[]')
    where c.import_id = ${importId} and c.what = 'role' limit 1`);
  if (twice.length > 0) throw new DomainError('conflict', 'access.role-held');
}

/**
 * Whoever takes an import back may no longer reach all of it: the fence leaves such a row as it is, and says nothing.
 * @throws DomainError `forbidden` where a row is not as it was before; what was written must not stay
 */
export async function requirePutBack(tx: Transaction, importId: string): Promise<void> {
  const parts = Object.entries(importedTables).map(
    ([what, table]) => sql`
      select from list_import_change c left join ${sql.identifier(table)} now on now.id = c.row_id
      where c.import_id = ${importId} and c.what = ${what}
        and (case when c.before is null then now.id is not null else not coalesce(to_jsonb(now) @> c.before, false) end)`,
  );
  const [left] = await tx.execute(sql`${sql.join(parts, sql` union all `)} limit 1`);
  if (left) throw new DomainError('forbidden', 'access.outside-your-units');
}
