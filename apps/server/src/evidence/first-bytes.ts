import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** What has come of a body first, left in it for whoever reads it. Empty: it ended or was cut before. */
export async function firstBytes(body: Readable): Promise<Uint8Array> {
  for (;;) {
    const chunk: unknown = body.read();
    if (chunk instanceof Uint8Array) {
      body.unshift(chunk);
      return chunk;
    }
    if (body.readableEnded || body.destroyed) return new Uint8Array();
    const over = new AbortController();
    const { signal } = over;
    await Promise.race(['readable', 'end', 'close'].map((name) => once(body, name, { signal }))).finally(() =>
      over.abort(),
    );
  }
}
