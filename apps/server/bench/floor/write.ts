import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { SetAnswer } from '@kycuong/domain/visit/set-answer.ts';
import type { Sql, TransactionSql } from 'postgres';
import { answerRow, type Place, recordRows } from './rows.ts';

export type AnswerCommand = Omit<CommandEnvelope, 'payload'> & { readonly payload: SetAnswer };

/** Many rows in one statement, as the driver's documentation says; prepared once by its text. */
export function insert(tx: TransactionSql, table: string, rows: readonly object[]) {
  return tx`insert into ${tx(table)} ${tx(rows as Record<string, unknown>[])}`;
}

/** Writes answers and all that belongs to them in one transaction; the statements travel together. Gives the receipts. */
export async function writeAnswers(
  sql: Sql,
  commands: readonly AnswerCommand[],
  place: Place,
): Promise<string[]> {
  const now = new Date().toISOString();
  const records = commands.map((command) => recordRows(command, place, now));
  await sql.begin((tx) => [
    insert(
      tx,
      'answer',
      commands.map((command) => answerRow(command, place)),
    ),
    insert(
      tx,
      'field_command',
      records.map(({ fieldCommand }) => fieldCommand),
    ),
    insert(
      tx,
      'change_feed',
      records.map(({ changeFeed }) => changeFeed),
    ),
    insert(
      tx,
      'trail_entry',
      records.map(({ trailEntry }) => trailEntry),
    ),
    insert(
      tx,
      'command_receipt',
      records.map(({ commandReceipt }) => commandReceipt),
    ),
  ]);
  return records.map(({ receipt }) => receipt);
}
