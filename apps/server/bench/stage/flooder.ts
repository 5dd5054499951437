/**
 * A program of its own, so that what it does to itself is not taken for what it does to the server: sends what its
 * parent says, all at once, and says how each was answered.
 */
import { Agent, request } from 'node:http';
import { json } from './http-client.ts';

export interface Flood {
  readonly url: string;
  /** Whose session it is. */
  readonly cookie?: string;
  /** One without a body only reads. */
  readonly requests: readonly { readonly path: string; readonly body?: unknown }[];
}

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

function send(url: URL, text: string | undefined, cookie: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const written = text === undefined ? {} : { ...json, 'content-length': Buffer.byteLength(text) };
    const headers = { ...written, ...(cookie !== undefined && { cookie }) };
    const method = text === undefined ? 'GET' : 'POST';
    const outgoing = request(url, { method, agent, headers }, (incoming) => {
      incoming.resume();
      incoming.on('end', () => resolve(incoming.statusCode ?? 0));
    });
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

process.once('message', async ({ url, cookie, requests }: Flood) => {
  const statuses = await Promise.all(
    requests.map(({ path, body }) => send(new URL(path, url), JSON.stringify(body), cookie)),
  );
  process.send?.(statuses, () => process.disconnect());
  agent.destroy();
});
