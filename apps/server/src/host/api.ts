import { join } from 'node:path';
import { type SessionLimits, usualLimits } from '@kycuong/api/access/session-times.ts';
import type { InstallationKeys } from '@kycuong/api/installation-keys.ts';
import { type AppRouter, appRouter } from '@kycuong/api/router.ts';
import { asCallError } from '@kycuong/api/trpc.ts';
import type { Connection } from '@kycuong/db/connection.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { callsPerRequest } from '@kycuong/domain/input/calls-per-request.ts';
import { megabyte } from '@kycuong/domain/usage/quota.ts';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { isDemo } from '../demo/is-demo.ts';
import { evidencePlugin } from '../evidence/evidence-plugin.ts';
import { roomOf } from '../evidence/free-room.ts';
import { type StorageBounds, storageBounds } from '../evidence/storage-bounds.ts';
import { parcelPlugin } from '../parcel/parcel-plugin.ts';
import { addDocuments } from './documents.ts';
import { addImportFiles } from './import-files.ts';
import { addImports } from './imports.ts';
import { noteRefusals } from './note-refusals.ts';
import { addQuickSync } from './quick-sync.ts';
import { contextFactory, cookieName } from './request-context.ts';
import { retryAfter } from './retry-after.ts';

async function onlyJson({ method, headers }: FastifyRequest): Promise<void> {
  const type = headers['content-type'] ?? 'application/json';
  if (method === 'POST' && !/^application\/json\b/i.test(type))
    throw new DomainError('invalid', 'input.wrong-format', { field: 'content-type' });
}

interface ApiBounds {
  readonly sessionLimits?: SessionLimits;
  readonly secondFactor?: 'administrators' | undefined;
  readonly storage?: StorageBounds;
}

/** What stands at `/api`: the doors over tRPC at `/api/trpc`, documents to download, photos and files at `/api/evidence`. */
export function createApi(
  connection: Connection,
  secureCookies: boolean,
  evidenceFolder: string,
  keys: InstallationKeys = {},
  { sessionLimits = usualLimits, secondFactor, storage = storageBounds }: ApiBounds = {},
): FastifyPluginAsync {
  const { quotas, keepFreeMegabytes } = storage;
  return async (scope) => {
    const now = () => new Date();
    const ground = { database: connection.db, now, keys, sessionLimits, secondFactor, quotas };
    const room = roomOf(evidenceFolder, keepFreeMegabytes * megabyte);
    const createContext = contextFactory({
      ground,
      demo: await isDemo(connection),
      secureCookies,
    });
    const name = cookieName(secureCookies);
    const cookieOf = (request: FastifyRequest) => request.cookies[name];
    const options = {
      prefix: '/trpc',
      trpcOptions: {
        router: appRouter,
        createContext: (exchange) => createContext(exchange).catch(asCallError),
        maxBatchSize: callsPerRequest,
        responseMeta: ({ errors }) => ({ headers: retryAfter(errors) }),
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter> & { prefix: string };
    noteRefusals(scope, ground, cookieOf);
    addQuickSync(scope, ground, cookieOf);
    await scope.register(async (calls) => {
      // The adapter would also take forms, of any size, and from anybody.
      calls.addHook('onRequest', onlyJson);
      await calls.register(fastifyTRPCPlugin, options);
    });
    addDocuments(scope, createContext);
    addImportFiles(scope, createContext);
    const evidence = evidencePlugin({ ground, createContext, cookieOf, folder: evidenceFolder, room });
    await scope.register(evidence, { prefix: '/evidence' });
    const parcel = parcelPlugin({
      ground,
      createContext,
      evidenceFolder,
      folder: join(evidenceFolder, 'parcels'),
      recovery: keys.recoveryPrivateKey,
      room,
    });
    await scope.register(parcel, { prefix: '/parcel' });
    await addImports(scope, createContext, connection.url);
  };
}
