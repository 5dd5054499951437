import { chmod, mkdtemp, readdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adoptRecoveryKey } from '@kycuong/api/sync/adopt-recovery-key.ts';
import { getRecoveryKey } from '@kycuong/api/sync/current-recovery-key.ts';
import { type House, openHouse } from '@kycuong/api/testing/house.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { exportPublicKey, newAgreementPair, publicKeyId } from '@kycuong/domain/sync/key-pair.ts';
import { recoveryPurpose } from '@kycuong/domain/sync/recovery-purpose.ts';
import { newDataKey } from '@kycuong/domain/sync/row-cipher.ts';
import { wrapFor } from '@kycuong/domain/sync/sealed-key.ts';
import { inArray } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adoptRecovery, ensureRecovery, recoveryInUse } from './adopt-recovery.ts';
import { openDataKey } from './open-data-key.ts';
import { readOrMakeRecoveryPair, recoveryFiles, renewRecoveryPair } from './recovery-key.ts';

let house: House;
let folder: string;
beforeEach(async () => {
  house = await openHouse();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-secrets-'));
});
afterEach(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

async function publicPem(): Promise<string> {
  const { publicKey } = await newAgreementPair(false);
  const spki = Buffer.from(await exportPublicKey(publicKey), 'base64url').toString('base64');
  const path = join(folder, 'province.pub');
  await writeFile(path, `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`);
  return path;
}

describe('the recovery key', () => {
  it('that cannot be read just now is neither replaced nor taken for missing', async () => {
    const path = join(folder, 'recovery-key.pem');
    await symlink('recovery-key.pem', path);
    await expect(renewRecoveryPair(folder)).rejects.toMatchObject({ code: 'ELOOP' });
    await expect(readOrMakeRecoveryPair(folder)).rejects.toMatchObject({ code: 'ELOOP' });
    expect(await readlink(path)).toBe('recovery-key.pem');
  });

  it('is made at the first start, readable by its owner alone, told to whoever is signed in, and never made again', async () => {
    await ensureRecovery(house.connection, folder, undefined);
    const told = await house.ask('inspector', getRecoveryKey, undefined);
    const [file] = await recoveryFiles(folder);
    expect(told).toEqual({ id: file?.id, publicKey: file?.publicKey });
    expect((await stat(join(folder, 'recovery-key.pem'))).mode & 0o777).toBe(0o600);
    await ensureRecovery(house.connection, folder, undefined);
    expect(await house.ask('inspector', getRecoveryKey, undefined)).toEqual(told);
    expect(await readdir(folder)).toEqual(['recovery-key.pem']);
    const trail = await house.lookAsSystem((tx) =>
      tx.execute(`select count(*)::int as entries from trail_entry where action = 'sync.adopt-recovery-key'`),
    );
    expect(trail[0]).toEqual({ entries: 1 });
  });

  it('opens on the server what a tablet sealed for the province, of earlier generations too, and nothing else', async () => {
    await ensureRecovery(house.connection, folder, undefined);
    const first = await recoveryInUse(house.connection);
    const key = newDataKey();
    const sealed = {
      recoveryKeyId: first?.id ?? '',
      wrapped: await wrapFor(first?.publicKey ?? '', key, recoveryPurpose),
    };
    expect(await openDataKey(folder, sealed)).toEqual(key);
    const renewed = await renewRecoveryPair(folder);
    const second = await adoptRecovery(house.connection, renewed, { onlyFirst: false });
    expect(second).not.toBe(first?.id);
    expect((await house.ask('inspector', getRecoveryKey, undefined))?.id).toBe(second);
    expect(await openDataKey(folder, sealed)).toEqual(key);
    await expect(openDataKey(folder, { ...sealed, recoveryKeyId: second })).rejects.toThrow(
      'sync.seal-broken',
    );
    await expect(openDataKey(folder, { ...sealed, recoveryKeyId: '00' })).rejects.toThrow(
      'sync.recovery-key-absent',
    );
  });

  it('may be public here alone, with the private half kept elsewhere', async () => {
    await ensureRecovery(house.connection, folder, await publicPem());
    expect(await recoveryFiles(folder)).toEqual([]);
    expect((await recoveryInUse(house.connection))?.id).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is put in place by nobody who signs in, and by nothing that is no key', async () => {
    const publicKey = await exportPublicKey((await newAgreementPair(false)).publicKey);
    const payload = { publicKey, onlyFirst: false };
    for (const name of ['administrator', 'leadership', 'inspector'] as const)
      await expect(house.run(name, adoptRecoveryKey, payload)).rejects.toThrow('access.forbidden');
    await expect(adoptRecovery(house.connection, 'AAAA', { onlyFirst: false })).rejects.toThrow(
      'sync.seal-broken',
    );
    expect(await recoveryInUse(house.connection)).toBeNull();
  });

  it('of which two servers start at once is one, and one that was replaced does not come back', async () => {
    const pair = async () => exportPublicKey((await newAgreementPair(false)).publicKey);
    const [first, second] = [await pair(), await pair()];
    const ids = await Promise.all(
      [first, second].map((key) => adoptRecovery(house.connection, key, { onlyFirst: true })),
    );
    expect(new Set(ids).size).toBe(1);
    // The trail tells of the one that came into use, and not of the other.
    const offered = await Promise.all([first, second].map(publicKeyId));
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(inArray(trailEntry.subjectId, offered)),
    );
    expect(entries.map(({ subjectId }) => subjectId)).toEqual([ids[0]]);
    const inUse = (await recoveryInUse(house.connection))?.publicKey ?? '';
    await adoptRecovery(house.connection, await pair(), { onlyFirst: false });
    await expect(adoptRecovery(house.connection, inUse, { onlyFirst: false })).rejects.toThrow(
      'sync.recovery-key-older',
    );
  });

  it('that others can read is seen', async () => {
    await ensureRecovery(house.connection, folder, undefined);
    expect((await recoveryFiles(folder)).map(({ isPrivate }) => isPrivate)).toEqual([true]);
    await chmod(join(folder, 'recovery-key.pem'), 0o644);
    expect((await recoveryFiles(folder)).map(({ isPrivate }) => isPrivate)).toEqual([false]);
    expect(await readFile(join(folder, 'recovery-key.pem'), 'utf8')).toContain('BEGIN PRIVATE KEY');
  });
});
