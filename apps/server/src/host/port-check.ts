import { createServer } from 'node:net';
import { listenRefusal } from '../host.ts';
import type { Listening } from './listening.ts';

/** Finds out at once that the port cannot be had, before anything is built or started. */
export async function requireFreePort({ port, host }: Listening): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error) => reject(listenRefusal(error, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
