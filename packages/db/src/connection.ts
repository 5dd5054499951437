import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { databaseOf } from './database-address.ts';
import { prepareStatements } from './prepare-statements.ts';
import { warmSessions } from './warm-sessions.ts';

export type ConnectOptions = {
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Most connections at a time; those of held sessions are beside them, and no more than `mostHeld`. */
  readonly max?: number;
  readonly statementTimeoutMs?: number;
  /** An idle open transaction would hold back the change feed of the whole cluster. */
  readonly idleInTransactionTimeoutMs?: number;
};

/** More at once would only wait for each other's processor and disk. */
const mostHeld = 6;

export type Connection = ReturnType<typeof connect>;
export type Database = Connection['db'];

/**
 * Two pools over one address: that of postgres.js, with Drizzle upon it, and warm sessions to be held; and the end of
 * both. Time stamps come as text, in UTC.
 */
export function connect(url: string, options: ConnectOptions = {}) {
  const { name = 'kycuong', max = 10 } = options;
  const { statementTimeoutMs = 30_000, idleInTransactionTimeoutMs = 60_000 } = options;
  const settings = {
    // postgres.js leaves the escapes of the name in an address as they are.
    database: databaseOf(url),
    max,
    connect_timeout: 10,
    // Seconds: a server that comes back is found at once, however long it was away.
    backoff: (attempts: number) => Math.min(0.05 * 2 ** attempts, 1),
    onnotice: () => undefined,
    connection: {
      application_name: name,
      TimeZone: 'UTC',
      statement_timeout: statementTimeoutMs,
      idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
      // Row security makes cheap statements look dear, and to compile one takes longer than any of ours does.
      jit: 'off',
    },
  };
  // Drizzle also sets what passes through a client as text.
  const warm = warmSessions(
    (onclose) => drizzle(postgres(url, { ...settings, max: 1, onclose })).$client,
    Math.min(max, mostHeld),
  );
  const sql = Object.assign(postgres(url, settings), { hold: warm.hold });
  const close = () => Promise.all([sql.end({ timeout: 5 }), warm.close()]);
  // A thread of its own opens its own.
  return { url, sql, db: drizzle(prepareStatements(sql)), close };
}
