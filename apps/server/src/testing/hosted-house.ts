import { tmpdir } from 'node:os';
import { type House, openHouse } from '@kycuong/api/testing/house.ts';
import type { FastifyInstance } from 'fastify';
import { createApi } from '../host/api.ts';
import { buildHost } from '../host.ts';

/** A house with people to act as, and the host before it, which listens to nobody: requests are put into it. */
export async function openHostedHouse(): Promise<{
  readonly house: House;
  readonly app: FastifyInstance;
  readonly close: () => Promise<void>;
}> {
  const house = await openHouse();
  const listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
  const api = createApi(house.connection, false, tmpdir());
  const app = await buildHost({ connection: house.connection, listening, api });
  const close = async () => {
    await app.close();
    await house.close();
  };
  return { house, app, close };
}
