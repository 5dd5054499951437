import { once } from 'node:events';
import { request as ask, createServer } from 'node:http';
import fastify from 'fastify';
import { addSecurity } from '../src/host/security.ts';
import { addStaticApps } from '../src/host/static-apps.ts';
import { houseUrl } from './browser.ts';

export interface ChangingHost {
  readonly url: string;
  /** From here on the tablet's app is the build in that folder; everything else stays the house's. */
  readonly serve: (build: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** One address whose tablet app is replaced while tablets have it open, as an update of the server does. */
export async function openChangingHost(): Promise<ChangingHost> {
  let app = fastify();
  let appUrl = houseUrl();
  const front = createServer((request, response) => {
    const to = new URL(request.url ?? '/', request.url?.startsWith('/field/') ? appUrl : houseUrl());
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
    close: async () => {
      await app.close();
      front.closeAllConnections();
      front.close();
    },
  };
}
