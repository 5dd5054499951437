import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

/** A body that has come whole. */
export interface Whole {
  readonly bytes: Buffer;
  /** SHA-256, in hex. */
  readonly hash: string;
  /** Gives the memory of the bytes back, once nobody reads them any more. */
  readonly release: () => void;
}

/**
 * V8 counts what lies outside its heap with what lies within and frees it only when it has looked through all of both.
 * Left to that, every score of photos costs such a look. What shares its memory with others stays.
 */
function giveBack({ buffer, byteLength }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

/** Reads a body, and hashes it while it arrives. Undefined: the link was cut. */
export function readWhole(body: Readable): Promise<Whole | undefined> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  const drop = () => {
    for (const chunk of chunks.splice(0)) giveBack(chunk);
  };
  return new Promise((resolve) => {
    body.on('data', (chunk: Buffer) => {
      hash.update(chunk);
      chunks.push(chunk);
    });
    body.on('end', () => {
      const bytes = Buffer.concat(chunks);
      resolve({ bytes, hash: hash.digest('hex'), release: () => giveBack(bytes) });
      drop();
    });
    body.on('close', () => {
      resolve(undefined);
      drop();
    });
  });
}
