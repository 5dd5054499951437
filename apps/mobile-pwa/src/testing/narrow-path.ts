import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface NarrowPath {
  readonly url: string;
  /** Bytes of each body that came, those that were refused marked. */
  readonly bodies: readonly { readonly path: string; readonly bytes: number; readonly refused: boolean }[];
  readonly close: () => Promise<void>;
}

const refusal = '<html><head><title>413 Request Entity Too Large</title></head></html>';

/** A server behind a hop that refuses larger bodies as nginx does: with a page of its own. */
export async function openNarrowPath(
  mostBytes: number,
  answer: (request: IncomingMessage, body: Buffer, response: ServerResponse) => void,
): Promise<NarrowPath> {
  const bodies: { path: string; bytes: number; refused: boolean }[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const body = Buffer.concat(parts);
    const refused = body.length > mostBytes;
    bodies.push({ path: request.url ?? '', bytes: body.length, refused });
    if (refused) response.writeHead(413, { 'content-type': 'text/html' }).end(refusal);
    else answer(request, body, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    bodies,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
