import { quickPull } from '@kycuong/api/sync/quick-pull.ts';
import type { Ground } from '@kycuong/api/work.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

type Query = { readonly input?: unknown };

/**
 * Answers `sync.pull` before tRPC does, byte for byte as tRPC would, where the page is all there is to say. Everything
 * else, every refusal included, goes on to tRPC.
 */
export function addQuickPull(
  scope: FastifyInstance,
  { database, now }: Ground,
  cookieOf: (request: FastifyRequest) => string | undefined,
): void {
  scope.addHook<{ Querystring: Query }>('preHandler', async (request, reply) => {
    if (request.method !== 'GET' || !request.url.startsWith(`${scope.prefix}/trpc/sync.pull?`)) return;
    const { input } = request.query;
    if (typeof input !== 'string') return;
    const text = await quickPull(database, { cookie: cookieOf(request), input, now: now() });
    if (text === undefined) return;
    await reply.type('application/json').send(`{"result":{"data":${text}}}`);
  });
}
