import { type Connection, connect } from '@kycuong/db/connection.ts';
import { readdress } from '@kycuong/db/database-address.ts';
import { isErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { errorCodes } from '@kycuong/domain/error/domain-error.ts';
import type { AnyRouter } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { importUsers } from './access/import-users.ts';
import type { AnyCommand } from './command.ts';
import { openReceipt } from './door.ts';
import { importLineage } from './organisation/import-lineage.ts';
import { importUnits } from './organisation/import-units.ts';
import { appRouter } from './router.ts';
import { type House, openHouse, type Persona } from './testing/house.ts';
import { places, replaced, sample, shapeOf } from './testing/shape.ts';

type Procedure = { _def: { meta?: { command?: AnyCommand } } };
const router: AnyRouter = appRouter;
const procedures: Procedure[] = Object.values(router._def.procedures);
/** Those of the calls, and those that come in with a file. */
const commands = [
  ...procedures.flatMap(({ _def: { meta } }) => meta?.command ?? []),
  ...[importUnits, importLineage, importUsers],
];

const badValues: unknown[] = [
  undefined,
  null,
  '',
  'x'.repeat(200_000),
  '<script>alert(1)</script>',
  'a\u0000b',
  '\ud800',
  "'; drop table unit; --",
  -1,
  1.5,
  1e308,
  true,
  {},
  [],
  Array.from({ length: 3 }, () => ({})),
  '2026-02-30',
  '9999-99-99',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
];

let house: House;
let admin: Connection;
beforeAll(async () => {
  house = await openHouse();
  const [row] = await house.connection.sql`select current_database() as name`;
  admin = connect(readdress(inject('testCluster').adminUrl, { database: String(row?.name) }), { max: 2 });
});
afterAll(async () => {
  await admin.close();
  await house.close();
});

/** Rows in every table but the receipts and the count of them: what a refused command must leave as it was. */
async function rowsInAll(): Promise<number> {
  const { sql } = admin;
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('command_receipt', 'daily_use')`;
  const counts = await Promise.all(
    tables.map(async ({ name }) => (await sql`select count(*)::int as rows from ${sql(name)}`)[0]?.rows),
  );
  return counts.reduce((sum, rows) => sum + Number(rows), 0);
}

const personas: Persona[] = ['administrator', 'office', 'headCoLe', 'leader', 'quality'];

describe.each(commands.map((command) => [command.action, command] as const))('%s', (_, command) => {
  const good = sample(shapeOf(command.input));

  it('answers every bad input with a reason in both languages, and never with a failure of ours', async () => {
    let rows = await rowsInAll();
    let count = 0;
    for (const place of places(good)) {
      for (const bad of badValues) {
        const persona = personas[count % personas.length] ?? 'office';
        count += 1;
        const receipt = openReceipt(await house.send(persona, command, replaced(good, place, bad)));
        const told = `${place.join('.')} = ${JSON.stringify(bad)?.slice(0, 40)}`;
        // What happens to be good takes effect; only what was refused must leave nothing behind.
        if (receipt.status !== 'refused') rows = await rowsInAll();
        else {
          expect(errorCodes, told).toContain(receipt.reason?.code);
          expect(isErrorKey(receipt.reason?.key ?? ''), told).toBe(true);
          for (const issue of receipt.reason?.issues ?? []) expect(isErrorKey(issue.key), told).toBe(true);
        }
      }
    }
    expect(count).toBeGreaterThan(badValues.length);
    expect(await rowsInAll()).toBe(rows);
  });
});
