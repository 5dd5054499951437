import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Ask } from './field-transaction.ts';

/** A row by the names of its columns in the database. */
type Row = object;

/** `insert`: all new. `update`: all there, by primary key. */
type How = 'insert' | 'update';

function keysOf(table: PgTable): string[] {
  const { columns, primaryKeys } = getTableConfig(table);
  const composed = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
  return composed.map(({ name }) => name);
}

/**
 * One statement for any number of rows: they travel as one JSON text, which PostgreSQL reads by the table's own types.
 * `$rows` stands for that text.
 */
function statement(how: How, table: PgTable, columns: readonly string[]): string {
  const { name } = getTableConfig(table);
  const keys = keysOf(table);
  const list = columns.map((column) => `"${column}"`).join(', ');
  const others = columns.filter((column) => !keys.includes(column));
  const from = `from json_populate_recordset(null::"${name}", $rows::json)`;
  if (how === 'insert') return `insert into "${name}" (${list}) select ${list} ${from}`;
  const set = others.map((column) => `"${column}" = n."${column}"`).join(', ');
  return `update "${name}" t set ${set} ${from} n where ${keys.map((key) => `t."${key}" = n."${key}"`).join(' and ')}`;
}

/** So few rows are written by one statement for all tables; with more, Node writes one table's JSON while PostgreSQL reads another's. */
const fewRows = 50;

const statementTexts = new Map<PgTable, Map<string, string>>();

/** What is done with the rows of one table, by a statement of its own where one is given; or plain text to run. */
type Step = readonly [How, PgTable, string?] | string;

interface Bulk {
  readonly how: How;
  readonly table: PgTable;
  readonly text: string | undefined;
  readonly rows: Row[];
}

function textOf({ how, table, text, rows }: Bulk): string {
  if (text !== undefined) return text;
  const columns = Object.keys(rows[0] ?? {});
  // Two kinds of work write different columns of one table, and either may come first.
  const kind = `${how} ${columns.join()}`;
  const texts = statementTexts.get(table) ?? new Map<string, string>();
  statementTexts.set(table, texts);
  const known = texts.get(kind) ?? statement(how, table, columns);
  texts.set(kind, known);
  return known;
}

/**
 * What a batch will write, row by row, in the order in which the statements have to run. A row may still be changed by
 * the command that follows: nothing is sent before `flush`.
 */
export class RowBuffer {
  readonly #bulks: readonly (Bulk | string)[];

  constructor(plan: readonly Step[]) {
    this.#bulks = plan.map((step) =>
      typeof step === 'string' ? step : { how: step[0], table: step[1], text: step[2], rows: [] },
    );
  }

  /** Adds a row; in one buffer every row of one table has the same columns. */
  add(how: How, table: PgTable, row: Row): void {
    const bulk = this.#bulks.find((one) => typeof one !== 'string' && one.how === how && one.table === table);
    if (bulk === undefined || typeof bulk === 'string')
      throw new Error('a table that the plan does not name');
    bulk.rows.push(row);
  }

  /** Sends everything in one go. Plain text of the plan is a statement that runs only when rows come after it. */
  async flush(ask: Ask): Promise<void> {
    const sent: Promise<unknown>[] = [];
    let bulks: Bulk[] = [];
    const send = () => {
      for (const together of inStatements(bulks)) {
        const values = together.map(({ rows }) => JSON.stringify(rows));
        sent.push(ask(joined(together), values));
      }
      bulks = [];
    };
    for (const [index, step] of this.#bulks.entries()) {
      if (typeof step !== 'string') {
        if (step.rows.length > 0) bulks.push(step);
        continue;
      }
      send();
      const rest = this.#bulks.slice(index + 1);
      if (rest.some((later) => typeof later !== 'string' && later.rows.length > 0)) sent.push(ask(step));
    }
    send();
    await Promise.all(sent);
  }
}

function inStatements(bulks: readonly Bulk[]): Bulk[][] {
  const isFew = bulks.reduce((sum, { rows }) => sum + rows.length, 0) <= fewRows;
  if (bulks.length === 0) return [];
  return isFew ? [[...bulks]] : bulks.map((bulk) => [bulk]);
}

/**
 * The statements as one: keys between the tables are checked at its end, and no row depends on what another of its
 * tables holds.
 */
function joined(bulks: readonly Bulk[]): string {
  const texts = bulks.map((bulk, index) => textOf(bulk).replace('$rows', `$${index + 1}`));
  const last = texts.pop() ?? '';
  const before = texts.map((text, index) => `w${index} as (${text})`);
  return before.length === 0 ? last : `with ${before.join(', ')} ${last}`;
}
