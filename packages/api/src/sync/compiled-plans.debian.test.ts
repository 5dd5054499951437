import { databaseOf, readdress, roleOf } from '@kycuong/db/database-address.ts';
// Brings the type of what the global set-up provides.
import type {} from '@kycuong/db/testing/global-setup.ts';
import { sql } from 'drizzle-orm';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type FieldHouse, openFieldHouse } from '../testing/field-house.ts';

let house: FieldHouse;
/** A session of its own that tells the plan of every statement it runs, also of those within functions. */
let teller: Sql;
const plans: string[] = [];

beforeAll(async () => {
  house = await openFieldHouse();
  const round = await house.addRound();
  const { write, send } = house.tablet('inspector');
  const visitId = round.visitId('coLe');
  await send(
    write('visit.check-in', { visitId, arrivedAt: '2026-11-23T02:00:00Z' }),
    write('answer.set', { visitId, itemCode: 'M01', conformity: 'conform' }),
  );
  await house.settle();
  const address = readdress(inject('testCluster').adminUrl, { database: databaseOf(house.appUrl) });
  teller = postgres(address, { max: 1, onnotice: ({ message = '' }) => plans.push(message) });
  await teller.unsafe(`
    load 'auto_explain';
    set auto_explain.log_min_duration = 0;
    set auto_explain.log_analyze = on;
    set auto_explain.log_nested_statements = on;
    set client_min_messages = log;
    set role "${roleOf(house.appUrl)}";
    set jit = on; set jit_above_cost = 0`);
});
afterAll(async () => {
  await teller.end();
  await house.close();
});

/** What the session compiled while it ran a function: the statements within, not the call around them. */
async function compiledWithin(call: string): Promise<string[]> {
  plans.length = 0;
  // Some begin by refusing what is null; what they ran before is told all the same.
  await teller.unsafe(call).catch(() => undefined);
  expect(plans.length, call).toBeGreaterThan(0);
  return plans.filter((plan) => /\bJIT:/.test(plan) && !plan.includes(call));
}

describe('on a server that compiles whatever is dear enough, and to which everything is', () => {
  it('a statement is compiled, and that is seen', async () => {
    plans.length = 0;
    await teller.unsafe('select count(*) from unit');
    expect(plans.filter((plan) => /\bJIT:/.test(plan))).toHaveLength(1);
  });

  it('a page of changes is told without', async () => {
    const told = `select is_full, changes from pull_page(null, '${house.accountId('inspector')}', '2026-11-23',
      '2026-11-23T02:00:00Z', null, null, null)`;
    expect(await compiledWithin(told)).toEqual([]);
    const [page] = await teller.unsafe(told);
    expect(page?.changes).toContain('"kind":"command"');
  });

  it('and so is whatever else a function reads under settings of the planner', async () => {
    const functions = await house.connection.sql<{ name: string; args: string }[]>`
      select p.proname as name, coalesce((
          select string_agg('null::' || format_type(t.type, null), ', ' order by t.place)
          from unnest(p.proargtypes) with ordinality as t (type, place)), '') as args
      from pg_proc p
      where p.pronamespace = 'public'::regnamespace and array_to_string(p.proconfig, ' ') ~ '(enable_|plan_cache_mode)'`;
    expect(functions.length).toBeGreaterThan(4);
    for (const { name, args } of functions)
      expect(await compiledWithin(`select ${name}(${args})`), name).toEqual([]);
  });

  it('nor does any session of ours compile, held for tablets or not', async () => {
    const { db, sql: client } = house.connection;
    const held = await client.hold();
    const settings = [
      await db.execute(sql`select current_setting('jit') as jit`),
      await held`select current_setting('jit') as jit`,
    ];
    held.release();
    expect(settings.map(([row]) => row?.jit)).toEqual(['off', 'off']);
  });
});
