import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachEvidence } from '@kycuong/api/evidence/attach-evidence.ts';
import { markReceived } from '@kycuong/api/evidence/receive-bytes.ts';
import { type FieldHouse, type FieldRound, openFieldHouse } from '@kycuong/api/testing/field-house.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clearStaging, type StagedUpload } from './clear-staging.ts';
import { overdueForLong } from './overdue-for-long.ts';

const day = 24 * 60 * 60_000;
let house: FieldHouse;
let round: FieldRound;
let staging: string;
beforeAll(async () => {
  house = await openFieldHouse();
  round = await house.addRound();
});
beforeEach(async () => {
  staging = await mkdtemp(join(tmpdir(), 'kycuong-staging-'));
});
afterAll(async () => {
  await house.close();
});

/** A ticket with part of its bytes staged, the last of them so many days ago. */
async function staged(daysAgo: number, arrived = false): Promise<string> {
  const id = uuidV7();
  const sha256 = id.replaceAll('-', '').padEnd(64, '0');
  await house.run('inspector', attachEvidence, {
    evidenceId: id,
    visitId: round.visitId('coLe'),
    target: { kind: 'item', id: 'M01' },
    sha256,
    size: 10,
    mediaType: 'image/jpeg',
    name: 'a.jpg',
    takenAt: '2026-11-23T02:00:00Z',
  });
  if (arrived) await markReceived(house.ground, { id, sha256, size: 10 }, Promise.resolve());
  const created = new Date(house.ground.now().getTime() - 30 * day);
  const grew = new Date(house.ground.now().getTime() - daysAgo * day);
  await writeFile(join(staging, id), 'abc');
  await writeFile(join(staging, `${id}.json`), '{}');
  await utimes(join(staging, `${id}.json`), created, created);
  await utimes(join(staging, id), grew, grew);
  return id;
}

const clear = () => clearStaging(house.ground, { staging, keptMs: 7 * day });

describe('what was staged and left', () => {
  it('goes after a week without a byte, and stays while it grows, however old it is', async () => {
    const [abandoned, growing] = [await staged(8), await staged(6)];
    expect(await clear()).toMatchObject([{ id: abandoned, bytes: 3 }]);
    expect((await readdir(staging)).toSorted()).toEqual([growing, `${growing}.json`]);
  });

  it('stays while a clock has run ahead for less than an hour, and goes when it has been overdue for longer', async () => {
    const id = await staged(6);
    let ranMinutes = 0;
    const forLong = overdueForLong(55 * 60_000, () => ranMinutes * 60_000);
    const isCertain = ({ id: name, grewAt }: StagedUpload) => forLong(name, grewAt);
    const ahead = { ...house.ground, now: () => new Date(house.ground.now().getTime() + 365 * day) };
    const look = async (ground = ahead) =>
      (await clearStaging(ground, { staging, keptMs: 7 * day, isCertain })).map((one) => one.id);
    expect(await look()).toEqual([]);
    ranMinutes = 54;
    expect(await look()).toEqual([]);
    expect(await look(house.ground)).toEqual([]);
    expect(await readdir(staging)).toContain(id);
    ranMinutes = 60;
    expect(await look()).toEqual([id]);
  });

  it('goes after a week too where a server that stopped left bytes that it was putting in place', async () => {
    for (const days of [6, 8]) {
      const at = new Date(house.ground.now().getTime() - days * day);
      await writeFile(join(staging, `${days}.tmp`), 'abc');
      await utimes(join(staging, `${days}.tmp`), at, at);
    }
    expect(await clear()).toMatchObject([{ id: '8.tmp', bytes: 3 }]);
    expect(await readdir(staging)).toEqual(['6.tmp']);
  });

  it('goes after an hour when the whole has arrived another way', async () => {
    const [just, before] = [await staged(1 / 48, true), await staged(1 / 12, true)];
    expect((await clear()).map(({ id }) => id)).toEqual([before]);
    expect(await readdir(staging)).toContain(just);
  });

  it('is left to the server that is at it', async () => {
    await staged(8);
    const [one, other] = await Promise.all([clear(), clear()]);
    expect([...one, ...other]).toHaveLength(1);
  });

  it('may be nothing at all', async () => {
    await rm(staging, { recursive: true });
    expect(await clear()).toEqual([]);
  });
});
