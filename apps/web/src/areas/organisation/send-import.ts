import { type ErrorKey, isErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { ImportSource } from '@kycuong/domain/organisation/import-row.ts';
import { unitKinds } from '@kycuong/domain/organisation/unit-kind.ts';
import type { Refusal } from '@kycuong/ui/form/apply-refusal.ts';
import * as z from 'zod/mini';
import { askServer } from '../../ask-server.ts';
import { ownerHeaders } from '../../page-owner.ts';

export type ImportedList = 'units' | 'lineage' | 'users';

const Details = z.record(z.string(), z.optional(z.union([z.string(), z.number()])));
const Key = z.custom<ErrorKey>((key) => typeof key === 'string' && isErrorKey(key));
const Fault = z.object({ line: z.int(), reason: Key, details: Details });
const Told = z.extend(Fault, { code: z.string() });
const Question = z.extend(Told, { id: z.string(), waits: z.boolean() });
export type Question = z.infer<typeof Question>;

const UnmatchedUnit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  parentName: z.nullable(z.string()),
});

/** What the server reports of an import, done or only looked through. */
export const ImportOutcome = z.object({
  read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  waits: z.int(),
  rejected: z.array(Fault),
  warnings: z.array(Told),
  asked: z.array(Question),
  /** What becomes of whom, one by one. */
  changes: z.optional(z.array(Told)),
  source: ImportSource,
  /** Of a reorganisation: units that end without a successor. */
  unmatched: z.optional(z.array(UnmatchedUnit)),
  /** Of a list of people: who gets an account. */
  newUsernames: z.optional(z.array(z.string())),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;

const Answer = z.object({
  error: z.object({
    key: Key,
    details: z._default(Details, {}),
    issues: z._default(z.array(z.object({ field: z.string(), key: Key, details: Details })), []),
  }),
});

/** The server said no. Anything else that goes wrong is a lost connection. */
export class ImportRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.key);
    this.refusal = refusal;
  }
}

/** How a file is to be read where it alone does not say. */
export interface ImportChoices {
  /** The sheet of a workbook; undefined for the one that the server finds. */
  readonly sheet: string | undefined;
  /** Headings of columns that need not be read. */
  readonly ignore: readonly string[];
  /** Ids of the questions with a yes. */
  readonly confirmed: readonly string[];
}

interface SentImport {
  readonly list: ImportedList;
  readonly file: File;
  /** What is said beside the file: the command's payload without its rows. */
  readonly input: object;
  readonly choices: ImportChoices;
  readonly id: string;
  readonly dryRun: boolean;
}

/** @throws ImportRefused with what is wrong and where */
export async function sendImport(sent: SentImport): Promise<ImportOutcome> {
  const { list, file, input, id, dryRun } = sent;
  const { sheet, ignore, confirmed } = sent.choices;
  const form = new FormData();
  form.set('input', JSON.stringify({ ...input, confirmed }));
  form.set('id', id);
  form.set('dryRun', String(dryRun));
  if (sheet !== undefined) form.set('sheet', sheet);
  if (ignore.length > 0) form.set('ignore', JSON.stringify(ignore));
  form.set('file', file);
  const response = await askServer(`/api/import/${list}`, {
    method: 'POST',
    body: form,
    headers: ownerHeaders(),
  });
  const body: unknown = await response.json();
  if (response.ok) return z.parse(ImportOutcome, body);
  const { key, details, issues } = z.parse(Answer, body).error;
  throw new ImportRefused({ key, details, issues });
}
