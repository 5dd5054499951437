import type { Connection } from '@kycuong/db/connection.ts';
import type { FastifyPluginAsync } from 'fastify';
import type { Listening } from './listening.ts';

/** What stands at `/api`. */
export function createApi(_connection: Connection, _listening: Listening): FastifyPluginAsync {
  return async () => undefined;
}
