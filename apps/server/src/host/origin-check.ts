import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isLoopback, type Listening } from './listening.ts';
import { problem } from './problem.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site makes a browser send, and, on loopback, names that another site has pointed at
 * this machine (DNS rebinding). A program that is no browser sends no Origin and is let through to its sign-in.
 */
export function addOriginCheck(app: FastifyInstance, listening: Listening): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isOwnHost(request, listening) && isOwnOrigin(request, listening)) return;
    await reply.code(403).send(problem('forbidden', 'system.foreign-origin'));
  });
}

function isOwnHost(request: FastifyRequest, { publicUrl, host }: Listening): boolean {
  if (publicUrl !== undefined) return true;
  return isLoopback(request.hostname) || request.hostname === host;
}

function isOwnOrigin(request: FastifyRequest, { publicUrl }: Listening): boolean {
  if (reading.has(request.method)) return true;
  const { origin } = request.headers;
  if (origin !== undefined) return origin === (publicUrl?.origin ?? `http://${request.headers.host}`);
  const site = request.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
