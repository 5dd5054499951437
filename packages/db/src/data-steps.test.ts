import { expect, it } from 'vitest';
import { migrationFiles } from './testing/migration-files.ts';
import { readDataSteps, tablesOfFunctions } from './testing/read-data-steps.ts';

const tables = new Set(
  migrationFiles.flatMap(({ words }) =>
    [...words.matchAll(/^create table "?(\w+)/gim)].map(([, table = '']) => table),
  ),
);

const functions = tablesOfFunctions(
  migrationFiles.map(({ words }) => words),
  tables,
);

/** They stand in provinces as they are. */
const released: Readonly<Record<string, readonly string[]>> = {
  // Runs with 0001, which makes the table: the fence is forced when both have run.
  '0002_functions.sql': ['feed_generation: insert into feed_generation (id) values (gen_random_uuid())'],
  // It found nothing: 0049 does what it left undone.
  '0020_decisions-told.sql': [
    'change_feed: insert into change_feed (account_id, round_id, visit_id, kind, quarantined_id)',
    'quarantined_command: insert into change_feed (account_id, round_id, visit_id, kind, quarantined_id)',
  ],
  // It found no units: 0056 derives what stands over whom.
  '0055_scope-by-unit.sql': [
    'unit: select rebuild_unit_scope()',
    'unit_lineage: select rebuild_unit_scope()',
    'unit_scope: select rebuild_unit_scope()',
  ],
};

it.each(migrationFiles)('$name changes no rows behind a fence', ({ name, words }) => {
  expect(tables.size).toBeGreaterThan(40);
  expect([...readDataSteps(words, tables, functions).faults].sort()).toEqual(released[name] ?? []);
});

const opened = 'alter table unit no force row level security;';
const closed = 'alter table unit force row level security;';
it.each([
  ['update unit set name = code;', ['unit: update unit set name = code']],
  ['UPDATE "unit" SET "name" = "code";', ['unit: UPDATE "unit" SET "name" = "code"']],
  ['do $$ begin delete from unit; end $$;', ['unit: do $$ begin delete from unit']],
  ['create table kept as select id from unit;', ['unit: create table kept as select id from unit']],
  [
    'with gone as (delete from visit) select from gone;',
    ['visit: with gone as (delete from visit) select from gone'],
  ],
  [`${opened} update unit set name = code;`, ['unit: left open']],
  [`${opened} ${closed} update unit set name = code;`, ['unit: update unit set name = code']],
  [
    `${opened} insert into unit (id) select unit_id from visit; ${closed}`,
    ['visit: insert into unit (id) select unit_id from visit'],
  ],
  [`${opened} update unit set name = code; ${closed}`, []],
  ['create table unit (id int); insert into unit values (1);', []],
  ['-- update unit set name = code;', []],
  ['create function f() returns void language sql as $$ delete from unit; $$;', []],
])('of the step %s it says so', (step, faults) => {
  expect(readDataSteps(step, new Set(['unit', 'visit'])).faults).toEqual(faults);
});

it('of a step that calls a function it says what the function would not see', () => {
  const known = new Set(['unit', 'visit']);
  const made =
    'create or replace function renew() returns void language plpgsql as $$ begin delete from unit; end $$;';
  const called = tablesOfFunctions([made], known);
  expect(readDataSteps('select renew();', known, called).faults).toEqual(['unit: select renew()']);
  expect(readDataSteps(`${opened} select renew(); ${closed}`, known, called).faults).toEqual([]);
});
