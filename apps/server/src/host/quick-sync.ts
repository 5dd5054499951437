import { Places } from '@kycuong/api/places.ts';
import { quickPull } from '@kycuong/api/sync/quick-pull.ts';
import { quickPush } from '@kycuong/api/sync/quick-push.ts';
import type { Ground } from '@kycuong/api/work.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** As many as the sessions held for it and the pool bear; tablets send one after another, a few on one session. */
const bounds = { atOnce: 12, perOwner: 3, waiting: 100 };

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
  const places = new Places(bounds);
  const inTurn = <Result>(cookie: string | undefined, work: () => Promise<Result>) =>
    cookie === undefined ? undefined : places.run(cookie, work);
  const answer = async (request: FastifyRequest<{ Querystring: Query }>): Promise<string | undefined> => {
    const { method, url, query, body } = request;
    const cookie = cookieOf(request);
    const { input } = query;
    if (method === 'GET' && url.startsWith(pullAt) && typeof input === 'string')
      return inTurn(cookie, () => quickPull(ground.database, { cookie, input, now: ground.now() }));
    if (method === 'POST' && url === pushAt && typeof body === 'string')
      return inTurn(cookie, () => quickPush(ground, { cookie, input: body }));
    return undefined;
  };
  scope.addHook<{ Querystring: Query }>('preHandler', async (request, reply) => {
    const text = await answer(request);
    if (text === undefined) return;
    await reply.type('application/json').send(`{"result":{"data":${text}}}`);
  });
}
