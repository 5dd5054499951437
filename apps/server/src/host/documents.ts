import { downloadConclusion } from '@kycuong/api/conclusion/download-conclusion.ts';
import type { Context } from '@kycuong/api/context.ts';
import { limitTo } from '@kycuong/api/limit-to.ts';
import { outageOf } from '@kycuong/api/outage.ts';
import { ask } from '@kycuong/api/query.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendFailure } from '../evidence/failure.ts';

type MakeContext = (exchange: { req: FastifyRequest; res: FastifyReply }) => Promise<Context>;

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Each is written anew and takes a core: two at once, and nobody needs more a minute than can be looked at. */
const writing = limitTo(2);
const rateLimit = { max: 60, timeWindow: '1 minute' };

/** Documents to download, for who is signed in and through the same fence of rows as any query. */
export function addDocuments(scope: FastifyInstance, createContext: MakeContext): void {
  scope.get<{ Params: { file: string } }>(
    '/conclusion/:file',
    { config: { rateLimit } },
    async (req, res) => {
      const { ground, signedIn } = await createContext({ req, res });
      const conclusionId = /^(.+)\.docx$/.exec(req.params.file)?.[1];
      try {
        if (signedIn === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in');
        const caller = { kind: 'person', accountId: signedIn.accountId } as const;
        const { bytes, fileName } = await writing(() =>
          ask(downloadConclusion, { ground, caller }, { conclusionId }),
        );
        return await res
          .type(wordDocument)
          .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
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
