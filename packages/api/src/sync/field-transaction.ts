import type { Database } from '@kycuong/db/connection.ts';
import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';
import type { RowBuffer } from './row-buffer.ts';

/**
 * One statement inside a transaction, with its values. Statements asked for together travel together: the server
 * answers them in that order, in one round trip. `Row` is what the statement is known to give.
 */
export type Ask = <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

type Client = Database['$client'];
type Values = Parameters<Client['unsafe']>[1];

/** The driver tells by an error with a code of its own that a session is over; one of PostgreSQL's comes only when it goes on. */
const isSessionGone = (error: unknown) =>
  error instanceof Error &&
  Reflect.get(error, 'severity') === undefined &&
  typeof Reflect.get(error, 'code') === 'string';

/**
 * In a field transaction's first statement: from here on no table is read whole where a key leads to the row. A
 * connection plans a statement, and the check of a foreign key, when it first runs it, and keeps the plan: made while
 * the tables are nearly empty, it would read them whole for every command.
 */
export const plannedForGrown = `set_config('plan_cache_mode', 'force_generic_plan', true),
  set_config('enable_seqscan', 'off', true)`;

/** A first statement of the system's own transaction. */
export const enterAsSystem = `select ${plannedForGrown},
  set_config('kycuong.door', 'system', true), set_config('kycuong.actor', '', true)`;

/** What a transaction came to: what it gives back, and what it still has to write. */
export interface Ended<Result> {
  readonly result: Result;
  readonly rows?: RowBuffer;
}

/**
 * A transaction on the bare driver with prepared statements. It begins together with the first statement, and commits
 * together with what is written: where a statement fails, PostgreSQL answers the commit by rolling back. The driver's
 * own `begin` takes a round trip more for each, and ends the process when the session dies under it.
 */
export async function fieldTransaction<Result>(
  database: Database,
  run: (ask: Ask) => Promise<Ended<Result>>,
): Promise<Result> {
  const client = await database.$client.hold();
  let isGone = false;
  const ask: Ask = async <Row extends object>(text: string, values: readonly unknown[] = []) => {
    // By now the connection may serve somebody else.
    if (client.isLost()) {
      isGone = true;
      throw new Error('the session is lost');
    }
    try {
      return await client.unsafe<Row[]>(text, [...values] as Values, { prepare: true }).execute();
    } catch (error) {
      isGone ||= isSessionGone(error);
      throw error;
    }
  };
  try {
    const [, { result, rows }] = await Promise.all([ask('begin'), run(ask)]);
    const written = rows?.flush(ask);
    await Promise.all([written, ask('commit')]);
    client.release();
    return result;
  } catch (error) {
    // Nothing may be sent into a session that is over, or may be.
    if (isGone) client.discard();
    else
      await ask('rollback').then(
        () => client.release(),
        () => client.discard(),
      );
    throw error;
  }
}

function queryOf(text: string, values: readonly unknown[]): SQL {
  const parts = text.split(/\$(\d+)/);
  return sql.join(
    parts.map((part, index) =>
      index % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1])}`,
    ),
  );
}

/** The same within a transaction of the general door. */
export function askWithin(tx: Transaction): Ask {
  return async <Row extends object>(text: string, values: readonly unknown[] = []) => {
    const rows: readonly object[] = await tx.execute(queryOf(text, values));
    // What the statement is known to give, as with the driver's own `unsafe<Row[]>`.
    return rows as readonly Row[];
  };
}
