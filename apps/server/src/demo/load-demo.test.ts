import { findCaller } from '@kycuong/api/access/find-caller.ts';
import { listCorrectiveActions } from '@kycuong/api/corrective-action/list-corrective-actions.ts';
import { redeclarationsDue } from '@kycuong/api/quality/redeclarations-due.ts';
import { ask, type Query } from '@kycuong/api/query.ts';
import { coverageReport } from '@kycuong/api/statistics/coverage-report.ts';
import { connect } from '@kycuong/db/connection.ts';
import { createTestDatabase } from '@kycuong/db/testing/test-database.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { loadDemo } from './load-demo.ts';

const database = await createTestDatabase();
const connection = connect(database.appUrl, { name: 'demo test' });
const now = new Date('2026-11-23T02:00:00Z');

beforeAll(async () => {
  await loadDemo(
    connection.db,
    () => now,
    () => undefined,
  );
}, 120_000);
afterAll(async () => {
  await connection.close();
  await database.drop();
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
      connection.db,
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
    const { actions } = await read('chutich', listCorrectiveActions, {});
    expect(new Set(actions.map(({ unit }) => unit.name))).toEqual(new Set(['Xã Cổ Lễ']));
    expect(actions.map(({ itemCode, deadline }) => [itemCode, deadline])).toMatchObject([
      ['E01', { kind: 'overdue', workingDays: 3 }],
      ['M16', { kind: 'soon' }],
      ['M01', { kind: 'later', workingDays: 5 }],
    ]);
  });

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
});
