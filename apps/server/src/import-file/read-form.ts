import { readTable, type TableShape } from '@kycuong/db/organisation/read-table.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import * as z from 'zod/mini';
import type { ImportForm, SentForm } from './import-form.ts';

const Form = z.object({
  file: z.instanceof(File, { error: 'input.required' }),
  input: z.string().check(z.maxLength(5_000_000)),
  id: Id,
  dryRun: z.enum(['true', 'false']),
});

/** Fetch reads forms of its own making; anything that is none has no fields. */
async function fieldsOf({ body, contentType }: Pick<SentForm, 'body' | 'contentType'>): Promise<object> {
  try {
    const headers = { 'content-type': contentType };
    return Object.fromEntries(await new Response(Uint8Array.from(body), { headers }).formData());
  } catch {
    return {};
  }
}

/** What is wrong with the file stands beside the field that it was chosen in. */
function besideFile({ code, key, details }: DomainError): DomainError {
  return new DomainError(code, key, { ...details, field: 'file' });
}

/** The form and its file. @throws DomainError for fields that are missing and files that are no table */
export async function readForm(
  sent: Pick<SentForm, 'body' | 'contentType'>,
  shape: TableShape<string, string>,
): Promise<ImportForm> {
  const { file, ...fields } = validate(Form, await fieldsOf(sent));
  const bytes = Buffer.from(await file.arrayBuffer());
  const { rows, source } = await readTable(bytes, file.name, shape).catch((error: unknown) => {
    throw error instanceof DomainError ? besideFile(error) : error;
  });
  return { ...fields, rows, source };
}
