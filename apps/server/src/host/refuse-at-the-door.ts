import { hasSeat, noSeat } from '@kycuong/api/access/hashing-room.ts';
import type { FastifyInstance } from 'fastify';

const signInPath = /^\/api\/trpc\/access\.signIn(\?|$)/;
/** JSON-RPC's number for it, by which the clients of tRPC tell one error from another. */
const tooManyRequests = -32_029;

function refusal() {
  const { code, key, details, issues } = noSeat();
  const data = { httpStatus: 429, problem: { code, key, details, issues } };
  return {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': details.seconds ?? 1,
    },
    body: JSON.stringify({ error: { message: 'TOO_MANY_REQUESTS', code: tooManyRequests, data } }),
  };
}

/**
 * A sign-in for which there is no seat is turned away before anything else is done for it, in the words of tRPC: a
 * thousand at once are to cost little more than their connections.
 */
export function addRefusalAtTheDoor(app: FastifyInstance): void {
  const { headers, body } = refusal();
  app.addHook('onRequest', (request, reply, done) => {
    if (!signInPath.test(request.url) || hasSeat(request.ip)) return done();
    reply.code(429).headers(headers).send(body);
  });
}
