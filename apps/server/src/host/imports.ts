import { importUsers } from '@kycuong/api/access/import-users.ts';
import { previewUserImport } from '@kycuong/api/access/preview-user-import.ts';
import type { AnyCommand } from '@kycuong/api/command.ts';
import type { Context } from '@kycuong/api/context.ts';
import { openReceipt, perform } from '@kycuong/api/door.ts';
import { importLineage } from '@kycuong/api/organisation/import-lineage.ts';
import { importUnits } from '@kycuong/api/organisation/import-units.ts';
import { previewLineageImport } from '@kycuong/api/organisation/preview-lineage-import.ts';
import { previewUnitImport } from '@kycuong/api/organisation/preview-unit-import.ts';
import { ask, type Query } from '@kycuong/api/query.ts';
import { reasonError } from '@kycuong/api/reason-error.ts';
import type { Request } from '@kycuong/api/work.ts';
import { readTable, type TableShape } from '@kycuong/db/organisation/read-table.ts';
import { optionalUserColumns, userColumns } from '@kycuong/domain/access/import-users.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import {
  largestFileMegabytes,
  lineageColumns,
  unitColumns,
} from '@kycuong/domain/organisation/import-row.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import { httpStatus } from './problem.ts';

type MakeContext = (exchange: { req: FastifyRequest; res: FastifyReply }) => Promise<Context>;

/** How the file of a list is read, what it would do, and the command that does it. */
interface Import {
  readonly shape: TableShape<string, string>;
  readonly preview: Query<z.ZodMiniType, unknown>;
  readonly command: AnyCommand;
}
const imports: Readonly<Record<string, Import>> = {
  units: { shape: { required: unitColumns }, preview: previewUnitImport, command: importUnits },
  lineage: { shape: { required: lineageColumns }, preview: previewLineageImport, command: importLineage },
  users: {
    shape: { required: userColumns, optional: optionalUserColumns },
    preview: previewUserImport,
    command: importUsers,
  },
};

const Form = z.object({
  file: z.instanceof(File, { error: 'input.required' }),
  /** What is said beside the file, as JSON; the command's own schema judges it. */
  input: z.string().check(z.maxLength(5_000_000)),
  id: z.uuid(),
  dryRun: z.enum(['true', 'false']),
});

const megabyte = 1024 * 1024;
/** Beside the file come first passwords for the accounts of a list. */
const largestBody = (largestFileMegabytes + 6) * megabyte;

/**
 * `POST /api/import/units|lineage|users`, a form with a file as `kycuong import` reads it: gives the report of the
 * import or, with `dryRun`, of what it would do. The same id with the same content takes effect once.
 */
export async function addImports(scope: FastifyInstance, createContext: MakeContext): Promise<void> {
  await scope.register(async (own) => {
    const callers = new WeakMap<FastifyRequest, Request>();
    // Before the body: strangers cannot make the server take in megabytes.
    own.addHook('onRequest', async (req, res) => {
      const { ground, signedIn } = await createContext({ req, res });
      if (signedIn === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in');
      callers.set(req, { ground, caller: { kind: 'person', accountId: signedIn.accountId } });
    });
    own.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: largestBody },
      async (req: FastifyRequest, body: Buffer) => readForm(body, req.headers['content-type'] ?? ''),
    );
    own.setErrorHandler(async (error, _req, res) => {
      if (!(error instanceof DomainError)) throw error;
      const { code, key, details, issues } = error;
      await res.code(httpStatus[code]).send({ error: { code, key, details, issues } });
    });
    own.post<{ Params: { list: string } }>('/import/:list', async (req) => {
      const request = callers.get(req);
      const kind = Object.hasOwn(imports, req.params.list) ? imports[req.params.list] : undefined;
      if (request === undefined || kind === undefined) throw new DomainError('not-found', 'record.not-found');
      return await importFile(kind, request, validate(Form, req.body));
    });
  });
}

/** Fetch reads forms of its own making; anything that is none has no fields. */
async function readForm(body: Buffer, contentType: string): Promise<object> {
  try {
    const form = await new Response(Uint8Array.from(body), {
      headers: { 'content-type': contentType },
    }).formData();
    return Object.fromEntries(form);
  } catch {
    return {};
  }
}

async function importFile(kind: Import, request: Request, form: z.infer<typeof Form>): Promise<unknown> {
  const { shape, preview, command } = kind;
  const rows = await readTable(Buffer.from(await form.file.arrayBuffer()), form.file.name, shape).catch(
    (error: unknown) => {
      throw error instanceof DomainError ? besideFile(error) : error;
    },
  );
  const payload = { ...readJson(form.input), rows };
  if (form.dryRun === 'true') return await ask(preview, request, payload);
  const { reason, result } = openReceipt(await perform(command, request, { id: form.id, payload }));
  if (reason !== undefined) throw reasonError(reason);
  return result;
}

function readJson(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    throw new DomainError('invalid', 'input.wrong-format', { field: 'input' });
  }
}

/** What is wrong with the file stands beside the field that it was chosen in. */
function besideFile({ code, key, details }: DomainError): DomainError {
  return new DomainError(code, key, { ...details, field: 'file' });
}
