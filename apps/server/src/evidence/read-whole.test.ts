import { createHash, randomFillSync } from 'node:crypto';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readWhole } from './read-whole.ts';

/** With memory of its own, as what comes from a connection has. */
const piece = (length: number) => randomFillSync(Buffer.allocUnsafeSlow(length));

describe('a body read whole', () => {
  it('is what was sent, with its hash, and gives back the memory of its pieces, then its own', async () => {
    const pieces = [piece(60_000), piece(60_000), piece(10_000)];
    const sent = Buffer.concat(pieces);
    const whole = await readWhole(Readable.from(pieces));
    expect(whole?.bytes.equals(sent)).toBe(true);
    expect(whole?.hash).toBe(createHash('sha256').update(sent).digest('hex'));
    expect(pieces.map(({ byteLength }) => byteLength)).toEqual([0, 0, 0]);
    whole?.release();
    expect(whole?.bytes.byteLength).toBe(0);
  });

  it('leaves alone what shares its memory with others', async () => {
    const shared = piece(100_000);
    const whole = await readWhole(Readable.from([shared.subarray(0, 40_000), shared.subarray(40_000)]));
    expect([whole?.bytes.equals(shared), shared.byteLength]).toEqual([true, 100_000]);
  });

  it('is none when the link is cut, and gives back what had come', async () => {
    const first = piece(60_000);
    const body = new Readable({ read: () => undefined });
    const reading = readWhole(body);
    body.once('data', () => body.destroy());
    body.push(first);
    expect([await reading, first.byteLength]).toEqual([undefined, 0]);
  });
});
