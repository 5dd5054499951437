import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FieldHouse, openFieldHouse } from '../testing/field-house.ts';
import { checkIn } from '../visit/check-in.ts';
import { attachEvidence } from './attach-evidence.ts';
import { listAwaitedEvidence } from './list-awaited-evidence.ts';
import { listEvidenceStates } from './list-evidence-states.ts';

let house: FieldHouse;
let visitId: string;
const evidenceId = uuidV7();
const photo = { sha256: 'b'.repeat(64), size: 1000, mediaType: 'image/jpeg' as const, name: 'bang.jpg' };

beforeAll(async () => {
  house = await openFieldHouse();
  visitId = (await house.addRound()).visitId('coLe');
  await house.run('leader', checkIn, { visitId, arrivedAt: '2026-11-23T08:00:00+07:00' });
  await house.run('inspector', attachEvidence, {
    ...photo,
    evidenceId,
    visitId,
    target: { kind: 'item', id: 'M15' },
    caption: 'Bảng niêm yết còn trống',
    takenAt: '2026-11-23T01:30:00Z',
  });
});
afterAll(() => house.close());

it('names what has not arrived, from whom and since when', async () => {
  expect(await house.ask('leader', listAwaitedEvidence, { visitId })).toMatchObject([
    {
      evidenceId,
      name: 'bang.jpg',
      caption: 'Bảng niêm yết còn trống',
      target: { kind: 'item', id: 'M15' },
      attachedByName: 'Bùi Thị Kiểm',
      takenAt: '2026-11-23T01:30:00.000Z',
    },
  ]);
});

it('shows nothing of it to who may not see the visit’s work', async () => {
  for (const name of ['outsider', 'headNinhGiang', 'headCoLe'] as const)
    expect(await house.ask(name, listAwaitedEvidence, { visitId })).toEqual([]);
});

it('tells the tablet the hash with the state, so that nothing is freed on a mere id', async () => {
  expect(await house.ask('inspector', listEvidenceStates, { ids: [evidenceId] })).toEqual([
    { id: evidenceId, status: 'awaited', sha256: photo.sha256 },
  ]);
});
