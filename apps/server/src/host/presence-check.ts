import type { FastifyInstance } from 'fastify';
import { problem } from './problem.ts';

/** Goes no further with a request of somebody who has hung up, nor with one that only asks what arrived (TRACE). */
export function addPresenceCheck(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    // Its address is gone with it, and with that everything that is counted by addresses.
    if (request.raw.socket.destroyed) return reply.hijack();
    if (request.method === 'TRACE') await reply.code(405).send(problem('invalid', 'input.invalid'));
    return undefined;
  });
}
