import type { Connection } from '@kycuong/db/connection.ts';
import type { FastifyInstance } from 'fastify';

/** `GET /health`: 200 when the database answers, 503 when it does not. */
export function addHealth(app: FastifyInstance, { sql }: Connection): void {
  app.get('/health', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
    try {
      await sql`select 1`;
      return { status: 'ok' };
    } catch {
      return await reply.code(503).send({ status: 'database-unreachable' });
    }
  });
}
