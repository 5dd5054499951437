import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCaller } from '@kycuong/api/access/find-caller.ts';
import { getConclusion } from '@kycuong/api/conclusion/get-conclusion.ts';
import { listConclusions } from '@kycuong/api/conclusion/list-conclusions.ts';
import { listCorrectiveActions } from '@kycuong/api/corrective-action/list-corrective-actions.ts';
import { redeclarationsDue } from '@kycuong/api/quality/redeclarations-due.ts';
import { ask, type Query } from '@kycuong/api/query.ts';
import { coverageReport } from '@kycuong/api/statistics/coverage-report.ts';
import { connect } from '@kycuong/db/connection.ts';
import { createTestDatabase } from '@kycuong/db/testing/test-database.ts';
import type { TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { loadDemo } from './load-demo.ts';

const database = await createTestDatabase();
const connection = connect(database.appUrl, { name: 'demo test' });
const evidenceFolder = await mkdtemp(join(tmpdir(), 'kycuong-demo-'));
const place = { connection, evidenceFolder };
const now = new Date('2026-11-23T02:00:00Z');

beforeAll(async () => {
  await loadDemo(
    place,
    () => now,
    () => undefined,
  );
}, 120_000);
afterAll(async () => {
  await connection.close();
  await database.drop();
  await rm(evidenceFolder, { recursive: true });
});

async function read<Schema extends z.ZodMiniType, Output>(
  username: string,
  definition: Query<Schema, Output>,
  input: z.input<Schema>,
): Promise<Output> {
  const caller = await findCaller(connection.db, username);
  return ask(definition, { ground: { database: connection.db, now: () => now }, caller }, input);
}

describe('the demo story', () => {
  it('is told only into an empty database', async () => {
    const again = loadDemo(
      place,
      () => now,
      () => undefined,
    );
    await expect(again).rejects.toMatchObject({ key: 'system.database-not-empty' });
  });

  it.each([
    ['Trực Ninh in 2020', { unitCode: '363', asOf: '2020-09-30' }, [21, 5, 5, 0, 0.2381]],
    ['the day after the reform', { successorsOf: '363', asOf: '2025-07-02' }, [7, 0, 0, 0, 0]],
    ['the last day of the district', { unitCode: '363', asOf: '2025-06-30' }, [21, 5, 2, 3, 0.2381]],
  ])('covers %s', async (_, input, figures) => {
    const { units, declared, maintained, lapsed, ratio } = await read('lanhdao', coverageReport, input);
    expect([units, declared, maintained, lapsed, ratio]).toEqual(figures);
  });

  it('leaves seven communes to declare again', async () => {
    const due = await read('iso', redeclarationsDue, { asOf: '2025-07-02' });
    const names = due.map(({ unitName }) => unitName);
    expect(names.toSorted()).toEqual(
      ['Cát Thành', 'Cổ Lễ', 'Minh Thái', 'Ninh Cường', 'Ninh Giang', 'Quang Hưng', 'Trực Ninh']
        .map((name) => `Xã ${name}`)
        .toSorted(),
    );
  });

  it('asks of Cổ Lễ what is overdue, begun and open, and shows it to nobody else’s head', async () => {
    const { actions } = await read('chutich', listCorrectiveActions, { states: ['awaiting-answer'] });
    expect(new Set(actions.map(({ unit }) => unit.name))).toEqual(new Set(['Xã Cổ Lễ']));
    expect(actions.map(({ itemCode, deadline }) => [itemCode, deadline])).toMatchObject([
      ['E01', { kind: 'overdue', workingDays: 3 }],
      ['M16', { kind: 'soon' }],
      ['M01', { kind: 'later', workingDays: 7 }],
    ]);
  });
});

describe('what the office of the story decided and issued', () => {
  it('has the Sở Nội vụ lead reform with procedure control, which is not its own alone', async () => {
    const led = await through('vanphong', (sql) => sql`select name, field from round order by decision_date`);
    expect(led.slice(0, 3)).toEqual([
      { name: 'Cải cách hành chính và kiểm soát thủ tục hành chính đợt 1', field: 'combined' },
      { name: 'Kỷ luật, kỷ cương hành chính và hoạt động một cửa', field: 'combined' },
      { name: 'Cải cách hành chính và kiểm soát thủ tục hành chính đợt 2', field: 'combined' },
    ]);
    expect(led.map(({ field }) => field)).not.toContain('procedure-control');
  });

  it('asks by deadlines that officials write', async () => {
    const asked = await through(
      'vanphong',
      (sql) =>
        sql`select distinct due_unit as unit, due_in_working_days as amount from corrective_action order by 1, 2`,
    );
    expect(asked).toEqual([
      { unit: 'date', amount: null },
      { unit: 'working-day', amount: 20 },
      { unit: 'working-day', amount: 30 },
    ]);
  });

  it('tells on paper what was found in that round, and of which time', async () => {
    const issued = await read('vanphong', listConclusions, { states: ['issued'] });
    const paper = async (number: string) => {
      const { conclusionId = '' } = issued.find((its) => its.number === number) ?? {};
      const { notice } = await read('vanphong', getConclusion, { conclusionId });
      return notice.parts.map((part) => (part.kind === 'table' ? '' : part.text)).join('\n');
    };
    const [spring, autumn] = [await paper('52/TB-SNV'), await paper('118/TB-SNV')];
    expect(spring).not.toMatch(/thiết bị|camera/i);
    expect(autumn).toMatch(/thiết bị/);
    for (const text of [spring, autumn])
      expect(text).toContain('Thời kỳ kiểm tra: từ ngày 01 tháng 01 năm 2026 đến ');
  });
});

/** Runs as a person of the story through the row fence, with no other filter; undone afterwards. */
async function through<Result>(username: string, run: (sql: TransactionSql) => Promise<Result>) {
  const caller = await findCaller(connection.db, username);
  if (caller.kind !== 'person') throw new Error('not a person');
  const undone = new Error('the look is over');
  let result: Result | undefined;
  await connection.sql
    .begin(async (sql) => {
      await sql`select enter(${caller.accountId}, ${'2026-11-23'}, ${now.toISOString()})`;
      result = await run(sql);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  if (result === undefined) throw new Error('nothing seen');
  return result;
}

/** How many rows of each table a person sees, and the units they belong to. */
async function seenBy(username: string): Promise<Map<string, { rows: number; units: Set<string> }>> {
  const tables = await database.owner.sql<{ name: string; byUnit: boolean }[]>`
    select t.table_name as name, bool_or(c.column_name = 'unit_id') as "byUnit"
    from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
    where t.table_schema = 'public' group by 1`;
  return through(username, async (sql) => {
    const seen = new Map<string, { rows: number; units: Set<string> }>();
    for (const { name, byUnit } of tables) {
      const rows = byUnit
        ? await sql<{ unit: string | null }[]>`select unit_id as unit from ${sql(name)}`
        : await sql<{ unit: null }[]>`select null as unit from ${sql(name)}`;
      seen.set(name, { rows: rows.length, units: new Set(rows.flatMap(({ unit }) => unit ?? [])) });
    }
    return seen;
  });
}

const inspection = [
  'visit',
  'answer',
  'dossier_sample',
  'finding',
  'evidence',
  'corrective_action',
  'field_command',
  'conclusion',
];
const ofPeopleAndUnits = ['account', 'role_grant', 'unit_scope'];

describe('the row fence around the story', () => {
  it('shows none of its rows to a transaction that nobody has entered', async () => {
    const tables = await database.owner.sql<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = 'public'`;
    const seen = await Promise.all(
      tables.map(async ({ name }) => [
        name,
        (await connection.sql`select 1 from ${connection.sql(name)} limit 1`).length,
      ]),
    );
    expect(seen.filter(([, rows]) => rows !== 0)).toEqual([]);
  });

  it('gives a head the own unit and its predecessors, and nothing of any other', async () => {
    const seen = await seenBy('chutich.ninhgiang');
    const own = await through(
      'chutich.ninhgiang',
      (sql) =>
        sql<{ id: string }[]>`
        select s.unit_id as id from unit_scope s join unit u on u.id = s.ancestor_id
        where u.code = '14038' and u.valid_until is null`,
    );
    const scope = new Set(own.map(({ id }) => id));
    expect(scope.size).toBe(4);
    for (const [table, { units }] of seen)
      if (!ofPeopleAndUnits.includes(table))
        expect([table, [...units].filter((id) => !scope.has(id))]).toEqual([table, []]);
    expect(seen.get('corrective_action')?.rows).toBe(3);
    expect(seen.get('finding')?.rows).toBe(3);
    expect(seen.get('answer')?.rows).toBe(0);
    expect(seen.get('quality_event')?.rows).toBeGreaterThan(0);
  });

  it('keeps inspection records from the administrator and from the quality office', async () => {
    for (const username of ['quantri', 'iso']) {
      const seen = await seenBy(username);
      for (const table of inspection)
        expect([username, table, seen.get(table)?.rows]).toEqual([username, table, 0]);
    }
    expect((await seenBy('quantri')).get('trail_entry')?.rows).toBeGreaterThan(500);
    expect((await seenBy('vanphong')).get('trail_entry')?.rows).toBe(0);
  });

  it('hides the units of an unannounced round from their own heads', async () => {
    const secret = await through('vanphong', (sql) => sql`select id from visit where kept_secret`);
    expect(secret).toHaveLength(2);
    for (const username of ['chutich', 'chutich.ninhgiang', 'chutich.catthanh'])
      expect(await through(username, (sql) => sql`select id from visit where kept_secret`)).toHaveLength(0);
  });

  it('lets nobody write what is not theirs, whatever the statement says', async () => {
    const change = through(
      'chutich.ninhgiang',
      (sql) => sql`update corrective_action set status = 'accepted' returning unit_id`,
    );
    expect(new Set((await change).map(({ unit_id }) => unit_id)).size).toBe(1);
    await expect(
      through('kiemtra1', (sql) => sql`update trail_entry set actor_name = 'x'`),
    ).rejects.toMatchObject({ code: '42501' });
    expect(await through('iso', (sql) => sql`update finding set title = 'x' returning id`)).toHaveLength(0);
    expect(await through('quantri', (sql) => sql`delete from account returning id`)).toHaveLength(0);
  });
});
