import { carryOut } from '@kycuong/api/carry-out.ts';
import type { Context } from '@kycuong/api/context.ts';
import { openImportFile } from '@kycuong/api/organisation/open-import-file.ts';
import { readImportFile } from '@kycuong/api/organisation/read-import-file.ts';
import { outageOf } from '@kycuong/api/outage.ts';
import { ask } from '@kycuong/api/query.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendFailure } from '../evidence/failure.ts';

type MakeContext = (exchange: { req: FastifyRequest; res: FastifyReply }) => Promise<Context>;

const rateLimit = { max: 30, timeWindow: '1 minute' };

/** `GET /api/import-file/:importId`: the file as it came in, for who sees its import. The trail says who looked at it. */
export function addImportFiles(scope: FastifyInstance, createContext: MakeContext): void {
  scope.get<{ Params: { importId: string } }>(
    '/import-file/:importId',
    { config: { rateLimit }, exposeHeadRoute: false },
    async (req, res) => {
      const { ground, signedIn } = await createContext({ req, res });
      try {
        if (signedIn === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in');
        const request = { ground, caller: { kind: 'person', accountId: signedIn.accountId } } as const;
        const { importId } = req.params;
        const { fileName, sha256 } = await carryOut(openImportFile, request, {
          id: uuidV7(),
          payload: { importId },
        });
        const bytes = await ask(readImportFile, request, { sha256 });
        // What somebody has uploaded is never run, framed or guessed at.
        return await res
          .type('application/octet-stream')
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
          .header('content-security-policy', "sandbox; default-src 'none'")
          .header('x-content-type-options', 'nosniff')
          .header('cache-control', 'private, no-store')
          .send(Buffer.from(bytes));
      } catch (error) {
        const failure = error instanceof DomainError ? error : outageOf(error);
        if (failure === undefined) throw error;
        return await sendFailure(failure, req, res);
      }
    },
  );
}
