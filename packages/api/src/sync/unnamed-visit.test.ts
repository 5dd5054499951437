import { round } from '@kycuong/db/schema/planning.ts';
import { quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerDevice } from '../device/register.ts';
import { type FieldHouse, openFieldHouse } from '../testing/field-house.ts';
import type { Persona } from '../testing/house.ts';
import { makeTestDevice } from '../testing/test-device.ts';
import { keepForLeader } from './keep-for-leader.ts';
import { listQuarantined } from './list-quarantined.ts';
import { push } from './push.ts';

let house: FieldHouse;
let visitId: string;
let signedBy: string;
beforeAll(async () => {
  house = await openFieldHouse();
  const added = await house.addRound();
  visitId = added.visitId('coLe');
  // Prepared by another: the office is told that there is a visit, and not where.
  await house.look('office', async (tx) => {
    await tx
      .update(round)
      .set({ createdBy: house.accountId('outsider') })
      .where(eq(round.id, added.roundId));
    await tx.update(visit).set({ keptSecret: true }).where(eq(visit.id, visitId));
  });
  const device = makeTestDevice(house.tablet('inspector').device);
  await house.run('inspector', registerDevice, device.registration(house.accountId('inspector')));
  signedBy = device.id;
});
afterAll(() => house.close());

const written = (at = visitId) =>
  house.tablet('inspector').write('answer.set', { visitId: at, itemCode: 'M01', note: 'Thăm dò' });
async function unproven(name: Persona, command = written()) {
  const sender = { ground: house.ground, caller: house.caller(name) };
  const work = { author: house.accountId('inspector'), sender, signedBy: null };
  const [text] = await keepForLeader(house.ground, [command], work);
  const { status, reason } = Receipt.parse(JSON.parse(text ?? 'null'));
  return [status, reason?.key];
}
async function carried(name: Persona) {
  const command = { ...written(), device: signedBy };
  const request = { ground: house.ground, caller: house.caller(name), signedBy };
  const { receipts } = await push(request, { commands: [command] });
  const { status, reason } = Receipt.parse(JSON.parse(receipts[0] ?? 'null'));
  return [status, reason?.key];
}
const listed = async (name: Persona) =>
  (await house.ask(name, listQuarantined, { visitId, decided: true })).map(({ unitName }) => unitName);
const rowsFor = (name: Persona) =>
  house.look(name, (tx) =>
    tx
      .select({ unitId: quarantinedCommand.unitId })
      .from(quarantinedCommand)
      .where(eq(quarantinedCommand.visitId, visitId)),
  );

describe('an unannounced visit before its check-in', () => {
  it('takes nothing from whoever is not told its unit, and answers as if there were no such visit', async () => {
    const nowhere = await unproven('office', written(uuidV7()));
    expect(nowhere).toEqual(['refused', 'sync.author-not-sender']);
    expect(await unproven('office')).toEqual(nowhere);
    expect(await carried('office')).toEqual(nowhere);
    expect(await rowsFor('leader')).toEqual([]);
  });

  it('shows what waits there to the team’s leader and to who decides, also past the door to nobody else', async () => {
    expect(await unproven('leader')).toEqual(['quarantined', 'sync.author-unproven']);
    expect([await listed('leader'), await listed('leadership')]).toEqual([['Xã Cổ Lễ'], ['Xã Cổ Lễ']]);
    expect(await listed('office')).toEqual([]);
    expect(await rowsFor('office')).toEqual([]);
    // Brought before the visit was kept from its bringer: it stays theirs in the table, and is not listed with its unit.
    const [row] = await house.lookAsSystem((tx) =>
      tx
        .update(quarantinedCommand)
        .set({ senderId: house.accountId('office') })
        .where(eq(quarantinedCommand.visitId, visitId))
        .returning(),
    );
    expect(row).toBeDefined();
    expect(await listed('office')).toEqual([]);
  });

  it('is an ordinary one for who prepared it, and for everybody after the check-in', async () => {
    const prepared = (accountId: string) =>
      house.look('office', async (tx) => {
        const [its] = await tx.select().from(visit).where(eq(visit.id, visitId));
        await tx
          .update(round)
          .set({ createdBy: accountId })
          .where(eq(round.id, its?.roundId ?? ''));
      });
    await prepared(house.accountId('office'));
    expect(await unproven('office')).toEqual(['quarantined', 'sync.author-unproven']);
    await prepared(house.accountId('outsider'));
    expect(await unproven('office')).toEqual(['refused', 'sync.author-not-sender']);
    await house.look('leader', (tx) =>
      tx.update(visit).set({ checkedInAt: house.ground.now() }).where(eq(visit.id, visitId)),
    );
    expect(await unproven('office')).toEqual(['quarantined', 'sync.author-unproven']);
    expect(await carried('office')).toEqual(['applied', undefined]);
    expect(await listed('office')).toHaveLength(3);
  });
});
