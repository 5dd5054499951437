import { standardEdition } from '@kycuong/db/schema/quality.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse } from '../testing/house.ts';
import { listEditions } from './list-editions.ts';
import { setEdition } from './set-edition.ts';
import { startSystem } from './start-system.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

const id = 'iso-9001-2008';
const edition = async () => (await house.ask('quality', listEditions, {})).find((row) => row.id === id);
const guided = {
  id,
  effectiveFrom: '2008-11-15',
  supersededOn: '2027-01-01',
  source: 'Văn bản hướng dẫn chuyển đổi của Bộ Khoa học và Công nghệ',
  mark: 'V' as const,
};

describe('setting from when to when an edition applies', () => {
  it('is for the administrator and the quality office', async () => {
    const seen = (await edition())?.version;
    for (const person of ['office', 'headCoLe', 'inspector'] as const)
      await expect(house.run(person, setEdition, { ...guided, seen })).rejects.toMatchObject({
        code: 'forbidden',
      });
  });

  it('wants its document, and an end after the beginning, of an edition that is there', async () => {
    const seen = (await edition())?.version;
    for (const [change, field] of [
      [{ source: '' }, 'source'],
      [{ supersededOn: '2008-01-01' }, 'supersededOn'],
      [{ effectiveFrom: null }, 'supersededOn'],
    ] as const)
      await expect(house.run('quality', setEdition, { ...guided, ...change, seen })).rejects.toMatchObject({
        issues: [{ field }],
      });
    await expect(house.run('quality', setEdition, { ...guided, id: 'iso-1' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(house.run('quality', setEdition, guided)).rejects.toMatchObject({
      key: 'record.changed-since',
    });
  });

  it('decides which edition a new system may take, leaves an entry, and is the same when sent again', async () => {
    const start = {
      ...{ systemId: uuidV7(), unitId: house.unitId('coLe'), editionId: id },
      ...{ scope: 'Thủ tục hành chính của xã', startedOn: '2025-08-01' },
    };
    await expect(house.run('quality', startSystem, start)).rejects.toMatchObject({
      key: 'quality.edition-not-in-force',
    });
    const command = uuidV7();
    const payload = { ...guided, seen: (await edition())?.version };
    const receipt = await house.send('quality', setEdition, payload, command);
    expect(JSON.parse(receipt)).toMatchObject({ status: 'applied' });
    expect(await house.send('quality', setEdition, payload, command)).toBe(receipt);
    expect(
      await house.lookAsSystem((tx) => tx.select().from(trailEntry).where(eq(trailEntry.commandId, command))),
    ).toMatchObject([
      { action: 'quality.set-edition', subjectId: id, detail: { supersededOn: '2027-01-01' } },
    ]);
    await house.run('quality', startSystem, start);
  });

  it('stays when the server starts again; what still stands as it was shipped is corrected', async () => {
    const shipped = 'Ngày ban hành của ISO; ngày của TCVN cần kiểm tra lại';
    await house.look('quality', (tx) =>
      tx.update(standardEdition).set({ source: shipped }).where(eq(standardEdition.id, 'iso-9001-2015')),
    );
    await loadBuiltIn(house.ground);
    expect(await edition()).toMatchObject(guided);
    const rows = await house.ask('quality', listEditions, {});
    expect(rows.find((row) => row.id === 'iso-9001-2015')?.source).toContain('Bộ Khoa học và Công nghệ');
  });
});
