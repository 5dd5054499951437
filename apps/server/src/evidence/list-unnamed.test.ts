import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from '@kycuong/api/evidence/receive-bytes.ts';
import { diskStore } from '@kycuong/api/evidence/store.ts';
import { openHouse } from '@kycuong/api/testing/house.ts';
import { expect, it } from 'vitest';
import { checkEvidence } from '../doctor/check-evidence.ts';

it('an original that no record names is told by the doctor', async () => {
  const house = await openHouse();
  const folder = await mkdtemp(join(tmpdir(), 'kycuong-unnamed-'));
  const told = async () =>
    (await checkEvidence(house.ground, { evidenceFolder: folder, keepUploadsDays: 7 }, false)).find(
      ({ name }) => name === 'Tệp không có bản ghi',
    );
  try {
    expect(await told()).toMatchObject({ ok: true, warns: false, detail: '0 tệp, 0.0 MB' });
    const bytes = Buffer.alloc(1_048_576, 7);
    await diskStore(folder).put(bytes, hashOf(bytes));
    expect(await told()).toMatchObject({ ok: true, warns: true, detail: '1 tệp, 1.0 MB' });
  } finally {
    await rm(folder, { recursive: true, force: true });
    await house.close();
  }
});
