import { readTable } from '@kycuong/db/organisation/read-table.ts';
import type { TableShape } from '@kycuong/db/organisation/table-shape.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { longestCell, mostColumns } from '@kycuong/domain/organisation/import-row.ts';
import * as z from 'zod/mini';
import type { ImportForm, SentForm } from './import-form.ts';

const Ignored = z.array(z.string().check(z.maxLength(longestCell))).check(z.maxLength(mostColumns));

const Form = z.object({
  file: z.instanceof(File, { error: 'input.required' }),
  input: z.string().check(z.maxLength(5_000_000)),
  id: Id,
  dryRun: z.enum(['true', 'false']),
  sheet: z.optional(z.string().check(z.maxLength(longestCell))),
  /** A JSON array of headings. */
  ignore: z._default(z.string().check(z.maxLength(1_000_000)), '[]'),
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
function besideFile({ code, key, details, issues }: DomainError): DomainError {
  return new DomainError(code, key, { ...details, field: 'file' }, issues);
}

function listed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError('invalid', 'input.wrong-format', { field: 'ignore' });
  }
}

/** The form and its file. @throws DomainError for fields that are missing and files that are no table */
export async function readForm(
  sent: Pick<SentForm, 'body' | 'contentType'>,
  shape: TableShape<string, string>,
): Promise<ImportForm> {
  const { file, sheet, ignore, ...fields } = validate(Form, await fieldsOf(sent));
  const options = { sheet, ...validate(z.object({ ignore: Ignored }), { ignore: listed(ignore) }) };
  const bytes = Buffer.from(await file.arrayBuffer());
  const { rows, source } = await readTable(bytes, file.name, shape, options).catch((error: unknown) => {
    throw error instanceof DomainError ? besideFile(error) : error;
  });
  return { ...fields, rows, source, bytes };
}
