import { device } from '@kycuong/db/schema/device.ts';
import { changeFeed } from '@kycuong/db/schema/sync.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import type { Pulled, PulledChange } from '@kycuong/domain/sync/pull.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { asc, eq, gt, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setHoliday } from '../calendar/set-holiday.ts';
import { recordLegalBasis } from '../checklist/record-legal-basis.ts';
import { registerDevice } from '../device/register.ts';
import { ask } from '../query.ts';
import { closeAtDesk } from '../testing/close-at-desk.ts';
import { type FieldHouse, type FieldRound, openFieldHouse } from '../testing/field-house.ts';
import type { Persona } from '../testing/house.ts';
import { makeTestDevice } from '../testing/test-device.ts';
import type { Transaction } from '../transaction.ts';
import { setAnswer } from '../visit/set-answer.ts';
import { submitVisit } from '../visit/submit.ts';
import { announceVisit } from './feed.ts';
import { readCursor } from './feed-cursor.ts';
import { getPacket } from './get-packet.ts';
import { pull } from './pull.ts';
import { entriesOf, readFeed } from './read-feed.ts';

let house: FieldHouse;
beforeAll(async () => {
  house = await openFieldHouse();
});
afterAll(() => house.close());

/** Page after page, as a tablet does. */
async function pullAll(name: Persona, from: string | null): Promise<Pulled> {
  await house.settle();
  let page = await house.ask(name, pull, { cursor: from });
  const changes: PulledChange[] = [...page.changes];
  const { startedOver } = page;
  while (page.more) {
    page = await house.ask(name, pull, { cursor: page.cursor });
    changes.push(...page.changes);
  }
  return { ...page, startedOver, changes };
}
const packetsOf = ({ changes }: Pulled) =>
  changes.flatMap((change) => (change.kind === 'packet' ? [change.packet] : []));
const told = ({ changes }: Pulled, round: FieldRound) =>
  changes.flatMap((change) => {
    if (change.kind === 'packet' || change.visitId !== round.visitId('coLe')) return [];
    return [change.kind === 'command' ? change.command.id : change.kind];
  });

const unsaid = { number: null, article: null, effectiveUntil: null, replacedBy: [] };

describe('pulling', () => {
  it('brings the keys of the team’s tablets, without those that were wiped', async () => {
    const round = await house.addRound();
    const [kept, wiped] = [makeTestDevice(), makeTestDevice()];
    for (const tablet of [kept, wiped])
      await house.run('leader', registerDevice, tablet.registration(house.accountId('leader')));
    await house.lookAsSystem((tx) =>
      tx.update(device).set({ wipedAt: house.ground.now() }).where(eq(device.id, wiped.id)),
    );
    const { team } = await house.ask('inspector', getPacket, { visitId: round.visitId('coLe') });
    expect(team.map(({ role, devices }) => [role, devices])).toEqual([
      ['leader', [{ id: kept.id, agreeKey: kept.registration('').agreeKey }]],
      ['member', []],
    ]);
  });

  it('is for the signed-in only, and tells outsiders nothing', async () => {
    const round = await house.addRound();
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    await expect(ask(pull, stranger, { cursor: null })).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const name of ['outsider', 'headCoLe', 'office'] as const)
      expect((await pullAll(name, null)).changes).toEqual([]);
    const packet = house.ask('outsider', getPacket, { visitId: round.visitId('coLe') });
    await expect(packet).rejects.toMatchObject({ code: 'not-found' });
  });

  it('brings whole packets first, then what the team writes, then nothing', async () => {
    const round = await house.addRound();
    const first = await pullAll('inspector', null);
    const packet = packetsOf(first).find(({ visitId }) => visitId === round.visitId('coLe'));
    expect(packet).toMatchObject({
      status: 'planned',
      unit: { name: 'Xã Cổ Lễ', parentName: 'Tỉnh Ninh Bình' },
      team: [{ role: 'leader' }, { role: 'member', fullName: 'Bùi Thị Kiểm' }],
      checklist: { number: 1, content: { code: 'thu-nghiem' } },
      legalBases: [{ titleEn: 'Decree 118/2025/NĐ-CP' }],
      commands: [],
    });
    const id = uuidV7();
    await house.run('leader', setAnswer, { visitId: round.visitId('coLe'), itemCode: 'M01', count: 93 }, id);
    const second = await pullAll('inspector', first.cursor);
    expect(told(second, round)).toEqual(['visit', id]);
    const opened = { kind: 'visit', visitId: round.visitId('coLe'), status: 'open' };
    expect(second.changes).toContainEqual(expect.objectContaining(opened));
    expect((await pullAll('inspector', second.cursor)).changes).toEqual([]);
    const fresh = await house.ask('inspector', getPacket, { visitId: round.visitId('coLe') });
    expect(fresh.commands).toMatchObject([{ id, action: 'answer.set', payload: { count: 93 } }]);
  });

  it('tells of a submitted and a closed visit', async () => {
    const round = await house.addRound();
    const visitId = round.visitId('coLe');
    const { cursor } = await pullAll('inspector', null);
    await house.run('inspector', setAnswer, { visitId, itemCode: 'M01', note: 'Có' });
    await house.run('inspector', submitVisit, { visitId });
    await closeAtDesk(house, visitId);
    const states = (await pullAll('inspector', cursor)).changes.filter(({ kind }) => kind === 'visit');
    expect(states.at(-1)).toMatchObject({ visitId, status: 'closed' });
  });

  it('gives a member who joins late the packet with all that was written, and each command once', async () => {
    const round = await house.addRound();
    const visitId = round.visitId('coLe');
    const before = uuidV7();
    await house.run('leader', setAnswer, { visitId, itemCode: 'M01', note: 'Trước' }, before);
    const early = await pullAll('outsider', null);
    await house.assign('outsider', round);
    const after = uuidV7();
    await house.run('leader', setAnswer, { visitId, itemCode: 'M02', note: 'Sau' }, after);
    for (const cursor of [early.cursor, null]) {
      const late = await pullAll('outsider', cursor);
      const packet = packetsOf(late).find((one) => one.visitId === visitId);
      expect(packet?.commands.map(({ id }) => id)).toEqual([before, after]);
      expect(told(late, round)).toEqual([]);
    }
  });

  it('tells a removed member ids only, and no more of what the team writes', async () => {
    const round = await house.addRound();
    const visitId = round.visitId('coLe');
    const { cursor } = await pullAll('inspector', null);
    await house.remove('inspector', round);
    await house.run('leader', setAnswer, { visitId, itemCode: 'M01', note: 'Kín' });
    const { changes } = await pullAll('inspector', cursor);
    expect(changes.filter((change) => change.kind !== 'packet' && change.visitId === visitId)).toMatchObject([
      { kind: 'revoked', visitId },
    ]);
    const again = await pullAll('inspector', null);
    expect(packetsOf(again).some((packet) => packet.visitId === visitId)).toBe(false);
    await house.assign('inspector', round);
    const back = await pullAll('inspector', cursor);
    expect(packetsOf(back).find((packet) => packet.visitId === visitId)?.commands).toHaveLength(1);
    expect(told(back, round)).toEqual([]);
  });

  it('starts over with a cursor of another generation, or of none', async () => {
    await house.addRound();
    const all = await pullAll('inspector', null);
    expect(all.startedOver).toBe(false);
    for (const cursor of [`${uuidV7()}:99:1`, 'rác']) {
      const anew = await pullAll('inspector', cursor);
      expect(anew.startedOver).toBe(true);
      expect(packetsOf(anew).map(({ visitId }) => visitId)).toEqual(
        packetsOf(all).map(({ visitId }) => visitId),
      );
      expect(anew.cursor.split(':')[0]).toBe(all.cursor.split(':')[0]);
    }
  });
});

describe('the cursor', () => {
  const writers = 7;
  const rowsEach = 40;

  /** Announces many changes, each in a transaction of its own that commits after a random pause, or not at all. */
  async function write(round: FieldRound): Promise<void> {
    const place = { roundId: round.roundId, visitId: round.visitId('coLe') };
    for (let row = 0; row < rowsEach; row += 1) {
      const rollback = row % 10 === 9;
      await house
        .look('inspector', async (tx) => {
          await announceVisit(tx, place);
          await tx.execute(sql`select pg_sleep(random() * 0.02)`);
          if (rollback) throw new Error('rolled back');
        })
        .catch((error: Error) => {
          if (error.message !== 'rolled back') throw error;
        });
    }
  }

  const bySequenceAlone = (tx: Transaction, seq: number) =>
    tx.select().from(changeFeed).where(gt(changeFeed.seq, seq)).orderBy(asc(changeFeed.seq));

  it('misses nothing while seven people write, where a bare sequence does', async () => {
    const round = await house.addRound();
    const seen: number[] = [];
    const seenBySequence: number[] = [];
    let cursor = readCursor(null);
    let highest = 0;
    const reader = { accountId: house.accountId('inspector'), now: house.ground.now() };
    const read = async () => {
      const page = await readFeed(house.ground.database, reader, cursor);
      if (page === undefined) throw new Error('nobody reads');
      seen.push(...entriesOf(page).map(({ at }) => Number(at.split(':')[1])));
      cursor = readCursor(`${page.generation}:${page.last}`);
      await house.look('inspector', async (tx) => {
        for (const { seq } of await bySequenceAlone(tx, highest)) {
          seenBySequence.push(seq);
          highest = seq;
        }
      });
    };
    let writing = true;
    const written = Promise.all(Array.from({ length: writers }, () => write(round))).finally(() => {
      writing = false;
    });
    while (writing) await read();
    await written;
    await house.settle();
    for (let more = -1; more !== seen.length; ) {
      more = seen.length;
      await read();
    }
    const rows = await house.look('inspector', (tx) => tx.select({ seq: changeFeed.seq }).from(changeFeed));
    const expected = rows.map(({ seq }) => seq).toSorted((a, b) => a - b);
    expect(expected.length).toBeGreaterThan(writers * rowsEach * 0.9 - 1);
    expect(seen.toSorted((a, b) => a - b)).toEqual(expected);
    expect(seenBySequence.length).toBeLessThan(expected.length);
  });
});

describe('law and calendar', () => {
  it.each(['office', 'administrator'] as const)(
    'brings the packets of open visits anew once %s has recorded law or a holiday',
    async (person) => {
      const round = await house.addRound();
      await house.look('office', (tx) =>
        tx
          .update(visit)
          .set({ status: 'closed' })
          .where(eq(visit.id, round.visitId('ninhGiang'))),
      );
      const { cursor } = await pullAll('leader', null);
      const basis = {
        ...{ id: `nd-901-${person}`, title: 'Nghị định 901', titleEn: 'Decree 901', source: 'Công báo' },
        ...{ effectiveFrom: '2026-11-01', mark: 'V' as const },
      };
      await house.run(person, recordLegalBasis, basis);
      const law = await pullAll('leader', cursor);
      const of = (pulled: Pulled) => packetsOf(pulled).filter((packet) => packet.round.id === round.roundId);
      expect(of(law)).toMatchObject([{ visitId: round.visitId('coLe') }]);
      expect(of(law)[0]?.legalBases).toContainEqual({ ...basis, ...unsaid });
      const date = person === 'office' ? '2026-12-30' : '2026-12-31';
      const names = { nameVi: 'Nghỉ bão', nameEn: 'Storm' };
      await house.run(person, setHoliday, { date, kind: 'off', ...names, source: 'Công điện', mark: 'P' });
      const calendar = await pullAll('leader', law.cursor);
      expect(of(calendar)[0]?.holidays.map((day) => day.date)).toContain(date);
      expect(await house.look(person, (tx) => tx.select().from(changeFeed))).toEqual([]);
    },
  );
});
