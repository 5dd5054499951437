import { type AppRouter, appRouter } from '@kycuong/api/router.ts';
import type { Connection } from '@kycuong/db/connection.ts';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import type { FastifyPluginAsync } from 'fastify';
import { isDemo } from '../demo/is-demo.ts';
import { addDocuments } from './documents.ts';
import { contextFactory } from './request-context.ts';

/** What stands at `/api`: the doors over tRPC at `/api/trpc`, and documents to download. */
export function createApi(connection: Connection, secureCookies: boolean): FastifyPluginAsync {
  return async (scope) => {
    const createContext = contextFactory({
      ground: { database: connection.db, now: () => new Date() },
      demo: await isDemo(connection),
      secureCookies,
    });
    const options = {
      prefix: '/trpc',
      trpcOptions: { router: appRouter, createContext },
    } satisfies FastifyTRPCPluginOptions<AppRouter> & { prefix: string };
    await scope.register(fastifyTRPCPlugin, options);
    addDocuments(scope, createContext);
  };
}
