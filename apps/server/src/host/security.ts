import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** What `helmet` sets, found once: it is the same for every answer, and a plugin would put it together for each anew. */
function headersOf(isPublic: boolean): Record<string, string> {
  const sample = new ServerResponse(new IncomingMessage(new Socket()));
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isPublic ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isPublic ? { maxAge: 31_536_000 } : false,
  });
  protect(sample.req, sample, () => undefined);
  return {
    ...Object.fromEntries(Object.entries(sample.getHeaders()).map(([name, value]) => [name, String(value)])),
    'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=()',
  };
}

/**
 * Headers of every answer. Scripts come from files of our own only, none inline; styles may be inline, because the
 * component library sets measures that way.
 */
export function addSecurity(app: FastifyInstance, isPublic: boolean): void {
  const headers = headersOf(isPublic);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
