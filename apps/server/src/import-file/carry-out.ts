import { openReceipt, perform } from '@kycuong/api/door.ts';
import { ask } from '@kycuong/api/query.ts';
import { reasonError } from '@kycuong/api/reason-error.ts';
import { connect } from '@kycuong/db/connection.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { ImportSource } from '@kycuong/domain/organisation/import-row.ts';
import type { ImportForm, SentForm } from './import-form.ts';
import { importKinds } from './import-kinds.ts';

function readJson(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    throw new DomainError('invalid', 'input.wrong-format', { field: 'input' });
  }
}

const answered = (report: unknown, source: ImportSource) =>
  typeof report === 'object' && report !== null ? { ...report, source } : report;

/** Does what a form asks, or says what that would do. The same id with the same content takes effect once. */
export async function carryOut(
  { list, accountId, databaseUrl, secondFactor }: SentForm,
  { input, id, dryRun, rows, source, bytes }: ImportForm,
): Promise<unknown> {
  const { preview, command } = await importKinds[list]();
  const payload = { ...readJson(input), rows };
  const connection = connect(databaseUrl, { name: 'kycuong import', max: 1 });
  try {
    const ground = { database: connection.db, now: () => new Date(), secondFactor };
    const enclosed = { source, bytes };
    const request = { ground, caller: { kind: 'person', accountId }, enclosed } as const;
    if (dryRun === 'true') return answered(await ask(preview, request, payload), source);
    const { reason, result } = openReceipt(await perform(command, request, { id, payload }));
    if (reason !== undefined) throw reasonError(reason);
    return answered(result, source);
  } finally {
    await connection.close();
  }
}
