import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { viewOf } from '@kycuong/domain/visit/visit-view.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { getPacket } from '../sync/get-packet.ts';
import { type FieldHouse, openFieldHouse } from '../testing/field-house.ts';
import type { Persona } from '../testing/house.ts';
import { handOverVisit } from './hand-over.ts';

let house: FieldHouse;
let visitId: string;
beforeAll(async () => {
  house = await openFieldHouse();
  visitId = (await house.addRound()).visitId('coLe');
});
afterAll(() => house.close());

const to = (name: Persona, note: string | null = null) => ({
  visitId,
  toAccountId: house.accountId(name),
  note,
});

describe('handing a visit over', () => {
  it('is for the team', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    const incoming = { id: uuidV7(), payload: to('leader') };
    await expect(perform(handOverVisit, stranger, incoming)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(house.run('outsider', handOverVisit, to('leader'))).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('goes to somebody else in the team only', async () => {
    for (const [name, key] of [
      ['outsider', 'visit.not-in-team'],
      ['inspector', 'visit.hand-over-to-oneself'],
    ] as const)
      await expect(house.run('inspector', handOverVisit, to(name))).rejects.toMatchObject({ key });
  });

  it('stands in the visit’s history and in the trail, once, and does not begin the visit', async () => {
    const id = uuidV7();
    const payload = to('leader', 'Còn phần một cửa');
    const first = await house.send('inspector', handOverVisit, payload, id);
    expect(await house.send('inspector', handOverVisit, payload, id)).toBe(first);
    const packet = await house.ask('leader', getPacket, { visitId });
    expect(packet.status).toBe('planned');
    expect(viewOf(packet.commands).handedOver).toMatchObject({
      from: house.accountId('inspector'),
      to: house.accountId('leader'),
      note: 'Còn phần một cửa',
    });
    const entries = await house.lookAsSystem((tx) =>
      tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)),
    );
    expect(entries).toMatchObject([{ action: 'visit.hand-over', subjectId: visitId }]);
  });
});
