import { importUsers } from '@kycuong/api/access/import-users.ts';
import { previewUserImport } from '@kycuong/api/access/preview-user-import.ts';
import { withinReach } from '@kycuong/api/access/reach.ts';
import type { AnyCommand } from '@kycuong/api/command.ts';
import type { Context } from '@kycuong/api/context.ts';
import { openReceipt, perform } from '@kycuong/api/door.ts';
import { importLineage } from '@kycuong/api/organisation/import-lineage.ts';
import { importUnits } from '@kycuong/api/organisation/import-units.ts';
import { previewLineageImport } from '@kycuong/api/organisation/preview-lineage-import.ts';
import { previewUnitImport } from '@kycuong/api/organisation/preview-unit-import.ts';
import { ask, type Query } from '@kycuong/api/query.ts';
import { reasonError } from '@kycuong/api/reason-error.ts';
import { requireMay } from '@kycuong/api/require-may.ts';
import { countUse } from '@kycuong/api/usage/count-use.ts';
import type { Request } from '@kycuong/api/work.ts';
import type { TableShape } from '@kycuong/db/organisation/read-table.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import { optionalUserColumns, userColumns } from '@kycuong/domain/access/import-users.ts';
import { type Resource, wholeSystem } from '@kycuong/domain/access/resource.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import {
  largestFileMegabytes,
  lineageColumns,
  unitColumns,
} from '@kycuong/domain/organisation/import-row.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import type { ImportForm } from '../import-file/import-form.ts';
import { readFormAside } from '../import-file/read-form-aside.ts';
import { waitingLine } from '../import-file/waiting-line.ts';
import { httpStatus } from './problem.ts';

type MakeContext = (exchange: { req: FastifyRequest; res: FastifyReply }) => Promise<Context>;

/** How the file of a list is read, what it would do, and the command that does it. */
interface Import {
  readonly shape: TableShape<string, string>;
  readonly preview: Query<z.ZodMiniType, unknown>;
  readonly command: AnyCommand;
  /** What the list is of, as the command says it. */
  readonly place: (actor: Actor) => Resource;
}
const imports: Readonly<Record<string, Import>> = {
  units: {
    shape: { required: unitColumns },
    preview: previewUnitImport,
    command: importUnits,
    place: () => wholeSystem,
  },
  lineage: {
    shape: { required: lineageColumns },
    preview: previewLineageImport,
    command: importLineage,
    place: () => wholeSystem,
  },
  users: {
    shape: { required: userColumns, optional: optionalUserColumns },
    preview: previewUserImport,
    command: importUsers,
    place: (actor) => withinReach(actor, 'administrator'),
  },
};

const megabyte = 1024 * 1024;
/** Beside the file come first passwords for the accounts of a list. */
const largestBody = (largestFileMegabytes + 6) * megabyte;

/** Imports under way at once: one that is read, the others on their way or waiting. */
const mostAtOnce = 4;

interface LetIn {
  readonly kind: Import;
  readonly request: Request;
}

/**
 * `POST /api/import/units|lineage|users`, a form with a file as `kycuong import` reads it: gives the report of the
 * import or, with `dryRun`, of what it would do. The same id with the same content takes effect once.
 */
export async function addImports(scope: FastifyInstance, createContext: MakeContext): Promise<void> {
  await scope.register(async (own) => {
    const callers = new WeakMap<FastifyRequest, LetIn>();
    const line = waitingLine(mostAtOnce);
    // Before the body: whoever may not import cannot make the server take in megabytes.
    own.addHook<{ Params: { list: string } }>('onRequest', async (req, res) => {
      const { ground, signedIn } = await createContext({ req, res });
      if (signedIn === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in');
      const kind = Object.hasOwn(imports, req.params.list) ? imports[req.params.list] : undefined;
      if (kind === undefined) throw new DomainError('not-found', 'record.not-found');
      const { accountId } = signedIn;
      const request: Request = { ground, caller: { kind: 'person', accountId } };
      await requireMay(request, kind.command.action, kind.place);
      res.raw.once('close', line.enter(accountId));
      const bytes = Number(req.headers['content-length'] ?? largestBody);
      await countUse(ground, { kind: 'import', subjects: [accountId], bytes });
      callers.set(req, { kind, request });
    });
    own.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'buffer', bodyLimit: largestBody },
      (_req, body, done) => done(null, body),
    );
    own.setErrorHandler(async (error, _req, res) => {
      if (!(error instanceof DomainError)) throw error;
      const { code, key, details, issues } = error;
      await res.code(httpStatus[code]).send({ error: { code, key, details, issues } });
    });
    own.post('/import/:list', async (req) => {
      const letIn = callers.get(req);
      if (letIn === undefined) throw new Error('an import that was not let in');
      const { kind, request } = letIn;
      const body = req.body instanceof Uint8Array ? req.body : new Uint8Array();
      const sent = { body, contentType: req.headers['content-type'] ?? '', shape: kind.shape };
      return await carryOut(kind, request, await line.inTurn(() => readFormAside(sent)));
    });
  });
}

async function carryOut(
  { preview, command }: Import,
  request: Request,
  { input, id, dryRun, rows }: ImportForm,
): Promise<unknown> {
  const payload = { ...readJson(input), rows };
  if (dryRun === 'true') return await ask(preview, request, payload);
  const { reason, result } = openReceipt(await perform(command, request, { id, payload }));
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
