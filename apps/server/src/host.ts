import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import { unreadableValue } from '@kycuong/api/database-error.ts';
import { outageOf } from '@kycuong/api/outage.ts';
import type { Connection } from '@kycuong/db/connection.ts';
import { plainFailure } from '@kycuong/db/plain-failure.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { sendFailure } from './evidence/failure.ts';
import { addBodyTimes } from './host/body-times.ts';
import { type ConnectionLimits, connectionLimits } from './host/connection-limits.ts';
import { addHealth } from './host/health.ts';
import { isLoopback, type Listening, requireSafe, trustedProxies } from './host/listening.ts';
import { addOriginCheck } from './host/origin-check.ts';
import { addPresenceCheck } from './host/presence-check.ts';
import { problem } from './host/problem.ts';
import { addRefusalAtTheDoor } from './host/refuse-at-the-door.ts';
import { addSecurity } from './host/security.ts';
import { addStaticApps } from './host/static-apps.ts';

export type HostOptions = {
  readonly connection: Connection;
  readonly limits?: ConnectionLimits;
  readonly listening: Listening;
  /** What is mounted at `/api`. */
  readonly api: FastifyPluginAsync;
};

const megabyte = 1_048_576;
/** Per address and minute; a whole office may sit behind one. Guessing passwords is slowed down by the sign-in itself. */
const requestsPerMinute = 6_000;

/** The HTTP host: the console at `/`, the tablet app at `/field/`, the API at `/api`, and `/health`. */
export async function buildHost({
  connection,
  listening,
  api,
  limits = connectionLimits,
}: HostOptions): Promise<FastifyInstance> {
  requireSafe(listening);
  const isPublic = listening.publicUrl !== undefined;
  const app = Fastify({
    bodyLimit: megabyte,
    trustProxy: trustedProxies(listening),
    connectionTimeout: limits.silentConnectionMs,
    http: { headersTimeout: limits.headersMs, connectionsCheckingInterval: 5_000 },
    forceCloseConnections: true,
    logger: { level: 'warn', stream: process.stderr },
    genReqId: () => randomUUID(),
    // A batch of tRPC calls names them all in one segment of the path.
    routerOptions: { maxParamLength: 5_000 },
  });
  app.setErrorHandler(async (error, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    // Whoever sent it has gone, or was cut off: nobody is there to be answered, and nothing of ours failed.
    if (request.raw.destroyed && !request.raw.complete) return await reply.code(400).send();
    if (status === 413) return await reply.code(413).send(problem('too-large', 'input.too-large'));
    if (error instanceof DomainError) return await sendFailure(error, request, reply);
    if (status === 429) return await reply.code(429).send(problem('throttled', 'system.too-many-requests'));
    if (status >= 400 && status < 500)
      return await reply.code(status).send(problem('invalid', 'input.invalid'));
    if (unreadableValue(error) !== undefined)
      return await reply.code(400).send(problem('invalid', 'input.wrong-format'));
    const outage = outageOf(error);
    if (outage !== undefined) return await reply.code(503).send(problem(outage.code, outage.key));
    request.log.error(plainFailure(error));
    return await reply.code(500).send(problem('unexpected', 'system.unexpected', { reference: request.id }));
  });
  app.server.maxConnections = limits.connections;
  addBodyTimes(app, limits);
  addSecurity(app, isPublic);
  addPresenceCheck(app);
  addRefusalAtTheDoor(app);
  await app.register(cookie);
  addOriginCheck(app, listening);
  addHealth(app, connection);
  await app.register(
    async (scope) => {
      // Each route says so itself where a copy may be kept.
      scope.addHook('onRequest', async (_request, reply) => {
        reply.header('Cache-Control', 'no-store');
      });
      await scope.register(rateLimit, { max: requestsPerMinute, timeWindow: '1 minute' });
      await scope.register(api);
    },
    { prefix: '/api' },
  );
  await addStaticApps(app);
  return app;
}

/** Starts listening; returns the address to open. @throws DomainError `system.port-in-use`, `system.cannot-listen` */
export async function listen(app: FastifyInstance, { port, host, publicUrl }: Listening): Promise<string> {
  try {
    const address = new URL(await app.listen({ port, host }));
    if (isLoopback(host)) address.hostname = 'localhost';
    return publicUrl?.href ?? address.href;
  } catch (error) {
    throw listenRefusal(error, host, port);
  }
}

export function listenRefusal(error: unknown, host: string, port: number): unknown {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (reason === 'EADDRINUSE') return new DomainError('conflict', 'system.port-in-use', { port });
  if (!['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'].includes(reason)) return error;
  return new DomainError('conflict', 'system.cannot-listen', { address: `${host}:${port}`, reason });
}
