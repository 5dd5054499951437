/**
 * A program of its own, so that what it does to itself is not taken for what it does to the server: sends what its
 * parent says, all at once, and says how each was answered.
 */
import { Agent, request } from 'node:http';
import { json } from './http-client.ts';

export interface Flood {
  readonly url: string;
  readonly requests: readonly { readonly path: string; readonly body: unknown }[];
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

function post(url: URL, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { ...json, 'content-length': Buffer.byteLength(text) };
    const outgoing = request(url, { method: 'POST', agent, headers }, (incoming) => {
      incoming.resume();
      incoming.on('end', () => resolve(incoming.statusCode ?? 0));
    });
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

process.once('message', async ({ url, requests }: Flood) => {
  const statuses = await Promise.all(
    requests.map(({ path, body }) => post(new URL(path, url), JSON.stringify(body))),
  );
  process.send?.(statuses, () => process.disconnect());
  agent.destroy();
});
