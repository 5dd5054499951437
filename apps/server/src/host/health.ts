import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, connect } from '@kycuong/db/connection.ts';
import type { FastifyInstance } from 'fastify';

/** A database that hangs is no better than one that is away. */
const patienceMs = 5_000;

/**
 * `GET /health`: 200 when the database answers, 503 when it does not. By a connection of its own, for one that is busy is
 * not sick; all who ask at a time hear one answer.
 */
export function addHealth(app: FastifyInstance, { url }: Pick<Connection, 'url'>): void {
  const connection = connect(url, { name: 'kycuong health', max: 1 });
  app.addHook('onClose', () => connection.close());
  const look = async () => {
    const late = pause(patienceMs, undefined, { ref: false }).then(() => {
      throw new Error('late');
    });
    await Promise.race([connection.sql`select 1`, late]);
  };
  let looking: Promise<void> | undefined;
  const shared = () => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
    return looking;
  };
  app.get('/health', async (_request, reply) => {
    reply.header('Cache-Control', 'no-store');
    try {
      await shared();
      return { status: 'ok' };
    } catch {
      return await reply.code(503).send({ status: 'database-unreachable' });
    }
  });
}
