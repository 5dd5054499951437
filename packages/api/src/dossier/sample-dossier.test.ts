import { dossierSample } from '@kycuong/db/schema/dossier.ts';
import { fieldCommand } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { count, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { type FieldHouse, type FieldRound, openFieldHouse } from '../testing/field-house.ts';
import { sampleDossier } from './sample-dossier.ts';

let house: FieldHouse;
let round: FieldRound;
beforeAll(async () => {
  house = await openFieldHouse();
  round = await house.addRound();
});
afterAll(() => house.close());

const dossier = (change: object = {}) => ({
  sampleId: uuidV7(),
  visitId: round.visitId('coLe'),
  code: '000.00.24.H42-261102-0003',
  procedure: 'Đăng ký biến động đất đai',
  receivedOn: '2026-11-02',
  completeOn: '2026-11-03',
  dueOn: '2026-11-17',
  stopped: [],
  apologyIssued: false,
  extraPapersAsked: false,
  ...change,
});
const sampled = (visitId: string) =>
  house.look('leader', (tx) => tx.select().from(dossierSample).where(eq(dossierSample.visitId, visitId)));

describe('sampling a dossier', () => {
  it('is refused to strangers, to other roles and to people outside the team', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const payload = dossier();
    await expect(perform(sampleDossier, stranger, { id: uuidV7(), payload })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(house.run('office', sampleDossier, payload)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.run('outsider', sampleDossier, payload)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('names the field that is wrong', async () => {
    await expect(
      house.run('inspector', sampleDossier, dossier({ dueOn: '2026-11-01' })),
    ).rejects.toMatchObject({ issues: [{ field: 'dueOn', key: 'dossier.due-before-complete' }] });
  });

  it('does not take over a dossier of another visit', async () => {
    const payload = dossier();
    await house.run('inspector', sampleDossier, payload);
    const elsewhere = { ...payload, visitId: round.visitId('ninhGiang') };
    await expect(house.run('inspector', sampleDossier, elsewhere)).rejects.toMatchObject({
      code: 'conflict',
      key: 'record.exists',
    });
    const foreign = await house.addRound();
    await house.remove('inspector', foreign);
    await house.assign('outsider', foreign);
    const stolen = { ...payload, visitId: foreign.visitId('coLe') };
    await expect(house.run('outsider', sampleDossier, stolen)).rejects.toMatchObject({
      key: 'record.exists',
    });
  });

  it('keeps the facts, mends them under the same id, and leaves both in the history', async () => {
    const visitId = round.visitId('ninhGiang');
    const id = uuidV7();
    const payload = dossier({ visitId });
    const first = await house.send('inspector', sampleDossier, payload, id);
    expect(await house.send('inspector', sampleDossier, payload, id)).toBe(first);
    await house.run('leader', sampleDossier, { ...payload, apologyIssued: true });
    expect(await sampled(visitId)).toMatchObject([
      { id: payload.sampleId, facts: { apologyIssued: true }, sampledBy: house.accountId('leader') },
    ]);
    const [history] = await house.look('leader', (tx) =>
      tx.select({ n: count() }).from(fieldCommand).where(eq(fieldCommand.visitId, visitId)),
    );
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect([history?.n, entries.map(({ action }) => action)]).toEqual([2, ['dossier.sample']]);
  });
});
