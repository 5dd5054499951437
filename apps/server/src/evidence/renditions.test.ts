import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvidenceStore } from '@kycuong/api/evidence/store.ts';
import { diskStore } from '@kycuong/api/evidence/store.ts';
import { limitTo } from '@kycuong/api/limit-to.ts';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { renditionVersions } from './render-image.ts';
import { renditionsIn } from './renditions.ts';

const folder = await mkdtemp(join(tmpdir(), 'kycuong-renditions-'));
afterAll(() => rm(folder, { recursive: true }));

let reads: string[];
let store: EvidenceStore;
let place: string;
beforeEach(async () => {
  reads = [];
  const kept = diskStore(folder);
  store = {
    ...kept,
    read: (sha256) => {
      reads.push(sha256);
      return kept.read(sha256);
    },
  };
  place = await mkdtemp(join(folder, 'made-'));
});

async function original(shade: number): Promise<string> {
  const bytes = await sharp({
    create: { width: 1800, height: 900, channels: 3, background: { r: shade, g: 40, b: 10 } },
  })
    .jpeg()
    .toBuffer();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await store.put(bytes, sha256);
  return sha256;
}

const made = async () => (await readdir(place, { recursive: true })).filter((name) => /\.\w+$/.test(name));

describe('a rendition', () => {
  it('is drawn once, however many ask at the same time, before and after a restart', async () => {
    const sha256 = await original(1);
    const renditions = renditionsIn(place, store);
    const pictures = await Promise.all(Array.from({ length: 10 }, () => renditions.get('thumbnail', sha256)));
    expect(new Set(pictures.map(String)).size).toBe(1);
    expect(await renditionsIn(place, store).get('thumbnail', sha256)).toEqual(pictures[0]);
    expect(reads).toEqual([sha256]);
    const path = join(renditionVersions.thumbnail, sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.jpg`);
    expect(await made()).toEqual([path]);
  });

  it('is drawn again when it is missing', async () => {
    const sha256 = await original(2);
    const renditions = renditionsIn(place, store);
    const before = await renditions.get('image', sha256);
    for (const name of await made()) await rm(join(place, name));
    expect(await renditions.get('image', sha256)).toEqual(before);
    expect(await made()).toHaveLength(1);
  });

  it('leaves nothing behind when it cannot be drawn, and is tried again', async () => {
    const bytes = Buffer.from('%PDF-1.7 no picture');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await store.put(bytes, sha256);
    const renditions = renditionsIn(place, store);
    for (let again = 0; again < 2; again += 1)
      await expect(renditions.get('image', sha256)).rejects.toMatchObject({ key: 'evidence.not-an-image' });
    expect(reads).toHaveLength(2);
    expect(await made()).toEqual([]);
  });

  it('is kept so that nobody writes into it', async () => {
    const sha256 = await original(3);
    await renditionsIn(place, store).get('image', sha256);
    const [name = ''] = await made();
    expect((await stat(join(place, name))).mode & 0o777).toBe(0o440);
  });
});

it('works on no more at once than it may', async () => {
  const limited = limitTo(2);
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await Promise.all(
    Array.from({ length: 9 }, (_, index) =>
      limited(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
        done.push(index);
        if (index === 4) throw new Error('one fails');
      }).catch(() => undefined),
    ),
  );
  expect([most, done]).toEqual([2, [0, 1, 2, 3, 4, 5, 6, 7, 8]]);
});
