import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from '@kycuong/db/connection.ts';
import type { FastifyInstance } from 'fastify';

/** A database that hangs is no better than one that is away. */
const patienceMs = 5_000;

/** `GET /health`: 200 when the database answers, 503 when it does not. */
export function addHealth(app: FastifyInstance, { sql }: Connection): void {
  app.get('/health', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
    try {
      const late = pause(patienceMs, undefined, { ref: false }).then(() => {
        throw new Error('late');
      });
      await Promise.race([sql`select 1`, late]);
      return { status: 'ok' };
    } catch {
      return await reply.code(503).send({ status: 'database-unreachable' });
    }
  });
}
