import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ConnectionLimits } from './connection-limits.ts';
import { problem } from './problem.ts';

interface Arriving {
  readonly since: number;
  readonly bytes: number;
}

/**
 * Cuts off bodies that do not come: a small one has a time for all of it, a photo, parcel or file goes on as long as it
 * grows. One look at all of them every few seconds, so that a request costs no timer of its own.
 */
export function addBodyTimes(app: FastifyInstance, limits: ConnectionLimits): void {
  const arriving = new Map<FastifyRequest, Arriving>();
  const now = () => performance.now();
  app.addHook('onRequest', async (request) => {
    const { headers, raw } = request;
    if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
    arriving.set(request, { since: now(), bytes: raw.socket.bytesRead });
  });
  // What the host reads itself is there whole when its handler begins.
  app.addHook('preHandler', async (request) => {
    if (request.raw.complete) arriving.delete(request);
  });
  const look = () => {
    for (const [request, before] of arriving) {
      const { raw } = request;
      if (raw.complete || raw.destroyed) arriving.delete(request);
      else if (now() - before.since < timeOf(request, limits)) continue;
      else if (isSmall(request) || (isRead(raw) && raw.socket.bytesRead - before.bytes < limits.leastBytes))
        cut(request);
      else arriving.set(request, { since: now(), bytes: raw.socket.bytesRead });
    }
  };
  const timer = setInterval(look, limits.lookEveryMs).unref();
  app.addHook('onClose', async () => clearInterval(timer));
}

/** Else what has come lies here unread, and it is not the sender who is slow. */
const isRead = (raw: IncomingMessage) => raw.readableLength < raw.readableHighWaterMark;

function isSmall({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('application/json') ?? true;
}

const timeOf = (request: FastifyRequest, { bodyMs, growthMs }: ConnectionLimits) =>
  isSmall(request) ? bodyMs : growthMs;

/** Beneath the framework, which waits for the body before it lets anybody answer. */
function cut({ raw }: FastifyRequest): void {
  const body = JSON.stringify(problem('too-slow', 'system.too-slow'));
  const head = ['HTTP/1.1 408 Request Timeout', 'Connection: close', 'Content-Type: application/json'];
  const length = `Content-Length: ${Buffer.byteLength(body)}`;
  raw.socket.end([...head, length, '', body].join('\r\n'));
  raw.socket.destroySoon();
}
