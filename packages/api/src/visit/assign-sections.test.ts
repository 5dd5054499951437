import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { viewOf } from '@kycuong/domain/visit/visit-view.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { getPacket } from '../sync/get-packet.ts';
import { type FieldHouse, openFieldHouse } from '../testing/field-house.ts';
import { assignSections } from './assign-sections.ts';

let house: FieldHouse;
let visitId: string;
beforeAll(async () => {
  house = await openFieldHouse();
  visitId = (await house.addRound()).visitId('coLe');
});
afterAll(() => house.close());

const given = (code: string, accountId: string | null) => ({ visitId, sections: [{ code, accountId }] });

describe('assigning sections', () => {
  it('is the leader’s alone', async () => {
    const payload = given('M', house.accountId('inspector'));
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    await expect(perform(assignSections, stranger, { id: uuidV7(), payload })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(house.run('inspector', assignSections, payload)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(house.run('outsider', assignSections, payload)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes sections of the checklist and people of the team only', async () => {
    await expect(house.run('leader', assignSections, given('X', null))).rejects.toMatchObject({
      key: 'visit.section-unknown',
    });
    const outsider = house.accountId('outsider');
    await expect(house.run('leader', assignSections, given('M', outsider))).rejects.toMatchObject({
      key: 'visit.not-in-team',
    });
  });

  it('is in everybody’s packet, by the later word, and does not begin the visit', async () => {
    const inspector = house.accountId('inspector');
    const id = uuidV7();
    const payload = given('M', inspector);
    const first = await house.send('leader', assignSections, payload, id);
    expect(await house.send('leader', assignSections, payload, id)).toBe(first);
    await house.run('leader', assignSections, given('D', inspector));
    await house.run('leader', assignSections, given('D', null));
    const packet = await house.ask('inspector', getPacket, { visitId });
    expect(packet.status).toBe('planned');
    const { sections } = viewOf(packet.commands);
    expect([sections.get('M')?.value, sections.get('D')?.value]).toEqual([inspector, null]);
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ action: 'visit.assign-sections', subjectId: visitId }]);
  });
});
