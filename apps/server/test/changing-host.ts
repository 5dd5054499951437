import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage } from 'node:http';
import fastify from 'fastify';
import { addSecurity } from '../src/host/security.ts';
import { addStaticApps } from '../src/host/static-apps.ts';
import { houseUrl } from './house.ts';

/** What something on the way answers in the house's place; null: nothing. */
export type Meddling = (
  request: IncomingMessage,
) => { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string } | null;

export const portalPage = {
  status: 200,
  headers: { 'content-type': 'text/html', 'cache-control': 'public, max-age=3600' },
  body: '<!doctype html><title>Wi-Fi</title><p>Đăng nhập mạng',
} as const;

export interface ChangingHost {
  readonly url: string;
  /** From here on the tablet's app is the build in that folder; everything else stays the house's. */
  readonly serve: (build: string) => Promise<void>;
  /** From here on this stands on the way. */
  readonly meddle: (by: Meddling) => void;
  readonly close: () => Promise<void>;
}

/** One address whose tablet app is replaced while tablets have it open, as an update of the server does. */
export async function openChangingHost(): Promise<ChangingHost> {
  let app = fastify();
  let appUrl = houseUrl();
  let meddling: Meddling = () => null;
  const front = createServer((request, response) => {
    const said = meddling(request);
    if (said !== null) {
      request.resume().on('end', () => response.writeHead(said.status, said.headers).end(said.body));
      return;
    }
    const to = new URL(request.url ?? '/', /^\/field(\/|$)/.test(request.url ?? '') ? appUrl : houseUrl());
    const onward = ask(to, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }).listen(0, 'localhost');
  await once(front, 'listening');
  const address = front.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://localhost:${address.port}/`,
    serve: async (build) => {
      await app.close();
      app = fastify();
      await addSecurity(app, false);
      await addStaticApps(app, [{ prefix: '/field/', root: build }]);
      appUrl = await app.listen({ port: 0, host: 'localhost' });
    },
    meddle: (by) => {
      meddling = by;
    },
    close: async () => {
      await app.close();
      front.closeAllConnections();
      front.close();
    },
  };
}
