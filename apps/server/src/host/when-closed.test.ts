import { once } from 'node:events';
import { connect } from 'node:net';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { whenClosed } from './when-closed.ts';

it('runs once for an answer that ends, and for a connection that went before anybody listened', async () => {
  const app = fastify();
  const gone = Promise.withResolvers<void>();
  let runs = 0;
  const run = () => {
    runs += 1;
  };
  app.get('/here', async (_req, res) => {
    whenClosed(res, run);
    return 'ok';
  });
  app.get('/gone', async (req, res) => {
    client.destroy();
    await once(req.raw.socket, 'close');
    whenClosed(res, run);
    gone.resolve();
    return res.hijack();
  });
  const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  const client = connect(Number(address.port), address.hostname);
  try {
    await (await fetch(new URL('/here', address), { headers: { connection: 'close' } })).text();
    await expect.poll(() => runs).toBe(1);
    client.write('GET /gone HTTP/1.1\r\nhost: x\r\n\r\n');
    await gone.promise;
    expect(runs).toBe(2);
  } finally {
    await app.close();
  }
});
