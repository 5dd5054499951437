import type { Context } from '@kycuong/api/context.ts';
import { importActs } from '@kycuong/api/import-acts.ts';
import { requireMay } from '@kycuong/api/require-may.ts';
import { countUse } from '@kycuong/api/usage/count-use.ts';
import { isImportList } from '@kycuong/db/organisation/import-shapes.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { largestFileMegabytes } from '@kycuong/domain/organisation/import-row.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { importAside } from '../import-file/import-aside.ts';
import type { SentForm } from '../import-file/import-form.ts';
import { waitingLine } from '../import-file/waiting-line.ts';
import { httpStatus } from './problem.ts';
import { whenClosed } from './when-closed.ts';

type MakeContext = (exchange: { req: FastifyRequest; res: FastifyReply }) => Promise<Context>;

const megabyte = 1024 * 1024;
/** Beside the file come first passwords for the accounts of a list. */
const largestBody = (largestFileMegabytes + 6) * megabyte;

/** Imports under way at once: one that is read, the others on their way or waiting. */
const mostAtOnce = 4;

type LetIn = Pick<SentForm, 'list' | 'accountId' | 'secondFactor'>;

/**
 * `POST /api/import/units|lineage|users`, a form with a file as `kycuong import` reads it: gives the report of the
 * import or, with `dryRun`, of what it would do. The same id with the same content takes effect once.
 */
export async function addImports(
  scope: FastifyInstance,
  createContext: MakeContext,
  databaseUrl: string,
): Promise<void> {
  await scope.register(async (own) => {
    const callers = new WeakMap<FastifyRequest, LetIn>();
    const line = waitingLine(mostAtOnce);
    // Before the body: whoever may not import cannot make the server take in megabytes.
    own.addHook<{ Params: { list: string } }>('onRequest', async (req, res) => {
      const { ground, signedIn } = await createContext({ req, res });
      if (signedIn === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in');
      const { list } = req.params;
      if (!isImportList(list)) throw new DomainError('not-found', 'record.not-found');
      const { accountId } = signedIn;
      const { action, place } = importActs[list];
      await requireMay({ ground, caller: { kind: 'person', accountId } }, action, place);
      whenClosed(res, line.enter(accountId));
      const bytes = Number(req.headers['content-length'] ?? largestBody);
      await countUse(ground, { kind: 'import', subjects: [accountId], bytes });
      callers.set(req, { list, accountId, secondFactor: ground.secondFactor });
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
    own.post('/import/:list', async (req, res) => {
      const letIn = callers.get(req);
      if (letIn === undefined) throw new Error('an import that was not let in');
      const body = req.body instanceof Uint8Array ? req.body : new Uint8Array();
      const contentType = req.headers['content-type'] ?? '';
      const sent = { ...letIn, body, contentType, databaseUrl };
      return await res.type('application/json').send(await line.inTurn(() => importAside(sent)));
    });
  });
}
