import { finding } from '@kycuong/db/schema/finding.ts';
import { commandReceipt, fieldCommand } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { answer } from '@kycuong/db/schema/visit.ts';
import { AmendFinding } from '@kycuong/domain/finding/amend-finding.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { fieldSchemaVersion } from '@kycuong/domain/sync/field-command.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { count, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dyingAlways } from '../testing/dying-server.ts';
import { type FieldHouse, type FieldRound, openFieldHouse, testBasis } from '../testing/field-house.ts';
import { listQuarantined } from './list-quarantined.ts';
import { push } from './push.ts';

let house: FieldHouse;
let round: FieldRound;
let coLe: string;
let ninhGiang: string;
beforeAll(async () => {
  house = await openFieldHouse();
  round = await house.addRound();
  coLe = round.visitId('coLe');
  ninhGiang = round.visitId('ninhGiang');
});
afterAll(() => house.close());

const aFinding = (visitId: string, change: object = {}) => ({
  findingId: uuidV7(),
  visitId,
  itemCode: 'M15',
  title: 'Trả kết quả quá hạn',
  description: '5 hồ sơ đất đai quá hạn, không có văn bản xin lỗi.',
  severity: 'rectification' as const,
  legalBasisIds: [testBasis],
  ...change,
});
const findingIdOf = ({ payload }: CommandEnvelope) => AmendFinding.parse(payload).findingId;
const compareClock = (a?: CommandEnvelope, b?: CommandEnvelope) =>
  (a?.clock ?? '').localeCompare(b?.clock ?? '');
const receiptsOf = (id: string) =>
  house.lookAsSystem((tx) => tx.select().from(commandReceipt).where(eq(commandReceipt.id, id)));

describe('pushing field commands', () => {
  it('is for the signed-in only', async () => {
    const stranger = { ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } } as const;
    await expect(push(stranger, { commands: [] })).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(
      push({ ground: house.ground, caller: house.caller('inspector') }, { commands: 'x' }),
    ).rejects.toMatchObject({ code: 'invalid' });
  });

  it('applies a command once for eight senders at once, with one receipt byte for byte', async () => {
    const tablet = house.tablet('inspector');
    const command = tablet.write('finding.raise', aFinding(coLe));
    const receipts = await Promise.all(Array.from({ length: 8 }, () => tablet.push(command)));
    expect(new Set(receipts.flat()).size).toBe(1);
    expect(JSON.parse(receipts[0]?.[0] ?? '')).toMatchObject({ id: command.id, status: 'applied' });
    const rows = await house.look('leader', async (tx) => [
      ...(await tx.select({ n: count() }).from(finding).where(eq(finding.visitId, coLe))),
      ...(await tx.select({ n: count() }).from(fieldCommand).where(eq(fieldCommand.id, command.id))),
    ]);
    const entries = await house.lookAsSystem((tx) =>
      tx.select({ n: count() }).from(trailEntry).where(eq(trailEntry.commandId, command.id)),
    );
    expect([...rows, ...entries]).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
  });

  it('leaves neither effect nor receipt when the server dies, and lets only what builds on it wait', async () => {
    const tablet = house.tablet('inspector');
    const raised = tablet.write('finding.raise', aFinding(coLe));
    const { itemCode: _, ...content } = aFinding(coLe, { findingId: findingIdOf(raised) });
    const amended = tablet.write('finding.amend', content);
    const elsewhere = tablet.write('answer.set', { visitId: ninhGiang, itemCode: 'M01', note: 'Nơi khác' });
    const beside = tablet.write('answer.set', {
      visitId: coLe,
      itemCode: 'M01',
      note: 'Cùng nơi, không dựa vào',
    });
    // The batch fails, its first half and its first command too; the rest is judged by a server that is back.
    const ground = dyingAlways(house.ground, raised.id);
    const sent = await push(
      { ground, caller: house.caller('inspector') },
      { commands: [raised, amended, elsewhere, beside] },
    );
    expect(sent.receipts.slice(0, 2)).toEqual([null, null]);
    for (const receipt of sent.receipts.slice(2))
      expect(JSON.parse(receipt ?? '')).toMatchObject({ status: 'applied' });
    expect(await receiptsOf(raised.id)).toEqual([]);
    const receipts = await tablet.send(raised, amended);
    expect(receipts.map(({ status }) => status)).toEqual(['applied', 'applied']);
  });

  it('keeps a refused command whole, gives the same refusal again, and blocks nothing else', async () => {
    const tablet = house.tablet('inspector');
    const bad = tablet.write('answer.set', { visitId: coLe, itemCode: 'Q99', note: 'Không có mục này' });
    const good = tablet.write('answer.set', { visitId: coLe, itemCode: 'M02', note: 'Vẫn ghi' });
    const elsewhere = tablet.write('answer.set', { visitId: ninhGiang, itemCode: 'M02', note: 'Nơi khác' });
    const first = await tablet.push(bad, good, elsewhere);
    expect(first.map((text) => JSON.parse(text ?? '').status)).toEqual(['refused', 'applied', 'applied']);
    expect(await tablet.push(bad, good, elsewhere)).toEqual(first);
    expect(JSON.parse(first[0] ?? '')).toMatchObject({
      reason: { code: 'invalid', key: 'visit.item-unknown', details: { itemCode: 'Q99' } },
    });
    const [kept] = await receiptsOf(bad.id);
    expect(JSON.parse(String(kept?.refused))).toMatchObject({
      payload: bad.payload,
      envelope: { seq: bad.seq },
    });
  });

  it('judges what depends on a refused command by itself', async () => {
    const tablet = house.tablet('inspector');
    const raised = tablet.write('finding.raise', aFinding(coLe, { legalBasisIds: ['khong-co'] }));
    const { itemCode: _, ...content } = aFinding(coLe, {
      findingId: findingIdOf(raised),
    });
    const amended = tablet.write('finding.amend', content);
    const answered = tablet.write('answer.set', { visitId: coLe, itemCode: 'D01', note: 'Có' });
    const receipts = await tablet.send(raised, amended, answered);
    expect(receipts.map(({ status, reason }) => [status, reason?.key])).toEqual([
      ['refused', 'finding.legal-basis-unknown'],
      ['refused', 'record.not-found'],
      ['applied', undefined],
    ]);
  });

  it('refuses and keeps what it does not know: an action, a later schema, a broken envelope', async () => {
    const tablet = house.tablet('inspector');
    const unknown = { ...tablet.write('visit.submit', { visitId: coLe }), action: 'minutes.sign' };
    const newer = {
      ...tablet.write('visit.submit', { visitId: coLe }),
      schemaVersion: fieldSchemaVersion + 1,
    };
    const broken = { ...tablet.write('visit.submit', { visitId: coLe }), seq: 0, note: 'nửa\ud800\u0000' };
    const fine = tablet.write('answer.set', { visitId: coLe, itemCode: 'M15', count: 5 });
    const first = await tablet.push(unknown, newer, broken, 'rác', null, fine);
    const reasons = first.map((text) => JSON.parse(text ?? '').reason?.key ?? 'applied');
    expect(reasons.slice(0, 3)).toEqual(['sync.unknown-action', 'sync.unknown-schema', 'input.below']);
    expect(reasons[5]).toBe('applied');
    expect((await tablet.push(unknown, newer, broken)).slice(0, 3)).toEqual(first.slice(0, 3));
    for (const { id } of [unknown, newer, broken]) {
      const [kept] = await receiptsOf(id);
      expect(JSON.parse(String(kept?.refused))).toMatchObject({ id });
    }
  });

  it('never dies of a value that no column holds', async () => {
    const tablet = house.tablet('inspector');
    const early = tablet.write(
      'answer.set',
      { visitId: coLe, itemCode: 'M01', note: 'Năm 0' },
      { writtenAt: '0000-01-01T00:00:00Z' },
    );
    const receipts = await tablet.send(early);
    expect(receipts.map(({ status }) => status)).toEqual(['refused']);
  });

  it('takes whatever a text was pasted from, as it is kept; the sender’s own bytes tell a replay', async () => {
    const tablet = house.tablet('inspector');
    const { visitId } = await house.addRound();
    const pasted = 'Biên bản\u0003\vsố 12\ufffe\0\ud83d'.normalize('NFD');
    const findingId = uuidV7();
    const commands = [
      tablet.write('answer.set', { visitId: visitId('coLe'), itemCode: 'M01', note: pasted }),
      tablet.write(
        'finding.raise',
        aFinding(visitId('coLe'), { findingId, title: pasted, description: pasted }),
      ),
      tablet.write('visit.submit', { visitId: visitId('coLe'), note: pasted }),
    ];
    const first = await tablet.push(...commands);
    expect(first.map((text) => JSON.parse(text ?? '').status)).toEqual(['applied', 'applied', 'applied']);
    expect(await tablet.push(...commands)).toEqual(first);
    const [raised] = await house.look('leader', (tx) =>
      tx.select().from(finding).where(eq(finding.id, findingId)),
    );
    expect(raised).toMatchObject({ title: 'Biên bản số 12', description: 'Biên bản\nsố 12' });
    const [logged] = await house.look('leader', (tx) =>
      tx
        .select()
        .from(fieldCommand)
        .where(eq(fieldCommand.id, commands[0]?.id ?? '')),
    );
    expect(logged?.payload).toMatchObject({ note: 'Biên bản\nsố 12' });
  });

  it('reveals nothing of an id that another author or content has used', async () => {
    const mine = house.tablet('inspector');
    const theirs = house.tablet('leader');
    const command = mine.write('answer.set', { visitId: coLe, itemCode: 'M02', note: 'Của tôi' });
    await mine.send(command);
    const stolen = {
      ...theirs.write('answer.set', { visitId: coLe, itemCode: 'M02', note: 'x' }),
      id: command.id,
    };
    const changed = { ...command, payload: { visitId: coLe, itemCode: 'M02', note: 'Khác' } };
    const [first] = await theirs.send(stolen);
    const [second] = await mine.send(changed);
    for (const receipt of [first, second])
      expect(receipt).toMatchObject({ status: 'refused', reason: { key: 'sync.id-reused' } });
    expect(await receiptsOf(command.id)).toHaveLength(1);
  });

  it('takes what its author writes anew, and what was built on it, where somebody else used its id first', async () => {
    const { visitId } = await house.addRound();
    const at = visitId('coLe');
    const mine = house.tablet('inspector');
    const own = mine.write('answer.set', { visitId: at, itemCode: 'M01', note: 'Của tôi' });
    const next = mine.write(
      'answer.set',
      { visitId: at, itemCode: 'M01', note: 'Sửa lại' },
      { base: own.id },
    );
    const payload = { visitId: at, itemCode: 'D01', note: 'Người khác' };
    const [first] = await house
      .tablet('leader')
      .send(house.tablet('leader').write('answer.set', payload, { id: own.id }));
    expect(first?.status).toBe('applied');
    expect(await mine.send(own, next)).toMatchObject([
      { status: 'refused', reason: { key: 'sync.id-reused' } },
      { status: 'applied' },
    ]);
    const anew = mine.write(
      'answer.set',
      { visitId: at, itemCode: 'M01', note: 'Của tôi' },
      { base: next.id },
    );
    expect(await mine.send(anew)).toMatchObject([{ status: 'applied' }]);
    expect(await receiptsOf(own.id)).toMatchObject([{ authorId: house.accountId('leader') }]);
  });

  it('takes commands from their author alone, without using up the id', async () => {
    const written = house
      .tablet('leader')
      .write('answer.set', { visitId: coLe, itemCode: 'D01', note: 'Hộ' });
    const [carried] = await house.tablet('inspector').send(written);
    expect(carried).toMatchObject({ status: 'refused', reason: { key: 'sync.author-not-sender' } });
    const [own] = await house.tablet('leader').send(written);
    expect(own?.status).not.toBe('refused');
  });

  it('keeps what a removed member wrote, and applies none of it', async () => {
    const other = await house.addRound();
    const visitId = other.visitId('coLe');
    const tablet = house.tablet('inspector');
    const before = tablet.write('answer.set', { visitId, itemCode: 'M01', note: 'Trước' });
    const after = tablet.write('answer.set', { visitId, itemCode: 'M02', note: 'Viết lúc còn trong đoàn' });
    await tablet.send(before);
    await house.remove('inspector', other);
    const [receipt] = await tablet.send(after);
    expect(receipt).toMatchObject({ status: 'quarantined', reason: { key: 'sync.author-removed' } });
    const kept = await house.ask('leader', listQuarantined, { visitId });
    expect(kept).toMatchObject([{ id: after.id, payload: after.payload, mayDecide: true }]);
    const answers = await house.look('leader', (tx) =>
      tx.select({ note: answer.note }).from(answer).where(eq(answer.visitId, visitId)),
    );
    expect(answers).toEqual([{ note: 'Trước' }]);
  });

  it('does not count a person as assigned before the assignment, whatever the device says', async () => {
    const other = await house.addRound();
    const visitId = other.visitId('coLe');
    const early = { writtenAt: new Date(house.ground.now().getTime() - 3_600_000).toISOString() };
    const tablet = house.tablet('inspector');
    const written = tablet.write('answer.set', { visitId, itemCode: 'M01', note: 'Sớm' }, early);
    const slow = tablet.write(
      'answer.set',
      { visitId, itemCode: 'M01', note: 'Máy chậm một giờ' },
      { ...early, serverOffsetMs: 3_600_000 },
    );
    const receipts = await tablet.send(written, slow);
    expect(receipts.map(({ reason }) => reason?.key)).toEqual(['sync.not-assigned-then', undefined]);
  });

  it('takes the work of whom a clock that was ahead has assigned, or ours is behind', async () => {
    const present = house.ground.now().toISOString();
    house.setNow('2027-11-23T02:00:00Z');
    const other = await house.addRound();
    house.setNow(present);
    const tablet = house.tablet('inspector');
    const visitId = other.visitId('coLe');
    const [receipt] = await tablet.send(
      tablet.write('answer.set', { visitId, itemCode: 'M01', note: 'Hôm nay' }),
    );
    expect(receipt).toMatchObject({ status: 'applied' });
  });

  it('does not let one visit’s envelope carry another visit’s work', async () => {
    const tablet = house.tablet('inspector');
    const command = tablet.write(
      'answer.set',
      { visitId: coLe, itemCode: 'M01', note: 'x' },
      { visitId: ninhGiang },
    );
    const [receipt] = await tablet.send(command);
    expect(receipt).toMatchObject({ status: 'refused', reason: { key: 'sync.wrong-visit' } });
  });

  it.each(['M01', 'M02', 'M15', 'D01'])(
    'applies a visit’s commands one after another (%s)',
    async (itemCode) => {
      const visitId = (await house.addRound()).visitId('coLe');
      const tablets = (['inspector', 'leader'] as const).map((name) => house.tablet(name));
      const written = Array.from({ length: 20 }, (_, count) => {
        const tablet = tablets[count % 2];
        return { tablet, command: tablet?.write('answer.set', { visitId, itemCode, count }) };
      });
      // The earliest written arrive last: side by side, each would take the value for its own to set.
      await Promise.all(written.toReversed().map(({ tablet, command }) => tablet?.push(command)));
      const latest = written.map(({ command }) => command).toSorted((a, b) => compareClock(b, a))[0];
      const rows = await house.look('leader', (tx) =>
        tx.select().from(answer).where(eq(answer.visitId, visitId)),
      );
      expect(rows.map(({ writers }) => writers.count?.command)).toEqual([latest?.id]);
      // The feed is read by transaction and entry: that has to be the order of application.
      const order = await house.look('leader', (tx) =>
        tx.execute(sql`select c.applied_no::int as no
        from field_command c join change_feed f on f.command_id = c.id
        where c.visit_id = ${visitId} order by f.xid, f.seq`),
      );
      const numbers = order.map(({ no }) => Number(no));
      expect(numbers).toHaveLength(20);
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    },
  );
});
