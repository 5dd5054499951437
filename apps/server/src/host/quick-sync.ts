import { quickPull } from '@kycuong/api/sync/quick-pull.ts';
import { quickPush } from '@kycuong/api/sync/quick-push.ts';
import type { Ground } from '@kycuong/api/work.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

type Query = { readonly input?: unknown };

/**
 * Answers `sync.pull` and `sync.push` before tRPC does, byte for byte as tRPC would, where a page or receipts are all
 * there is to say. Everything else, every refusal of a request included, goes on to tRPC.
 */
export function addQuickSync(
  scope: FastifyInstance,
  ground: Ground,
  cookieOf: (request: FastifyRequest) => string | undefined,
): void {
  const pullAt = `${scope.prefix}/trpc/sync.pull?`;
  const pushAt = `${scope.prefix}/trpc/sync.push`;
  const answer = async (request: FastifyRequest<{ Querystring: Query }>): Promise<string | undefined> => {
    const { method, url, query, body } = request;
    const cookie = cookieOf(request);
    if (method === 'GET' && url.startsWith(pullAt) && typeof query.input === 'string')
      return quickPull(ground.database, { cookie, input: query.input, now: ground.now() });
    if (method === 'POST' && url === pushAt && typeof body === 'string')
      return quickPush(ground, { cookie, input: body });
    return undefined;
  };
  scope.addHook<{ Querystring: Query }>('preHandler', async (request, reply) => {
    const text = await answer(request);
    if (text === undefined) return;
    await reply.type('application/json').send(`{"result":{"data":${text}}}`);
  });
}
