import { qualityEvent, qualitySystem } from '@kycuong/db/schema/quality.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import type { recordedKinds } from '@kycuong/domain/quality/record-quality-event.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordInternalAudit } from '../audit/record-internal-audit.ts';
import { recordManagementReview } from '../audit/record-management-review.ts';
import { perform } from '../door.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { type House, openHouse } from '../testing/house.ts';
import { auditOf, reviewOf } from '../testing/truc-ninh.ts';
import { closeDeclaration } from './close-declaration.ts';
import { getQuality } from './get-quality.ts';
import { recordEvent } from './record-event.ts';
import { startSystem } from './start-system.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
});
afterAll(() => house.close());

const systemId = uuidV7();
const stranger = () => ({ ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } }) as const;
const start = () => ({
  systemId,
  unitId: house.unitId('coLe'),
  editionId: 'iso-9001-2015',
  scope: 'Thủ tục hành chính của xã',
  startedOn: '2025-08-01',
});
const step = (kind: (typeof recordedKinds)[number], onDate: string) => ({
  eventId: uuidV7(),
  systemId,
  kind,
  onDate,
  decisionNo: '21/QĐ-UBND',
});
const trailOf = (id: string) =>
  house.lookAsSystem((tx) => tx.select().from(trailEntry).where(eq(trailEntry.commandId, id)));

describe('starting a quality system', () => {
  it('is for the quality office and the head of the unit alone', async () => {
    await expect(perform(startSystem, stranger(), { id: uuidV7(), payload: start() })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    for (const person of ['inspector', 'office', 'leadership', 'headNinhGiang'] as const)
      await expect(house.run(person, startSystem, start())).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('names the field that is wrong', async () => {
    const wrong = [
      [{ startedOn: '2025-06-30' }, 'quality.unit-not-in-force', 'startedOn'],
      [{ startedOn: '2027-01-01' }, 'quality.in-the-future', 'startedOn'],
      [{ editionId: 'iso-9001-2008' }, 'quality.edition-not-in-force', 'editionId'],
      [{ editionId: 'iso-1' }, 'quality.edition-unknown', 'editionId'],
    ] as const;
    for (const [change, key, field] of wrong)
      await expect(house.run('quality', startSystem, { ...start(), ...change })).rejects.toMatchObject({
        key,
        details: { field },
      });
  });

  it('happens once a unit, leaves an entry, and is the same when sent again', async () => {
    const id = uuidV7();
    const payload = start();
    const receipt = await house.send('headCoLe', startSystem, payload, id);
    expect(JSON.parse(receipt)).toMatchObject({ status: 'applied' });
    expect(await house.send('headCoLe', startSystem, payload, id)).toBe(receipt);
    expect(await trailOf(id)).toMatchObject([
      { action: 'quality.start-system', subjectId: systemId, unitId: payload.unitId },
    ]);
    const second = house.run('quality', startSystem, { ...payload, systemId: uuidV7() });
    await expect(second).rejects.toMatchObject({ key: 'record.exists' });
    expect(await house.look('headNinhGiang', (tx) => tx.select().from(qualitySystem))).toEqual([]);
  });
});

describe('recording a step', () => {
  it('is for the quality office and the head of the unit alone', async () => {
    const payload = step('apply', '2025-10-01');
    await expect(perform(recordEvent, stranger(), { id: uuidV7(), payload })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    for (const [person, code] of [
      ['inspector', 'not-found'],
      ['headNinhGiang', 'not-found'],
      ['leadership', 'forbidden'],
    ] as const)
      await expect(house.run(person, recordEvent, payload)).rejects.toMatchObject({ code });
  });

  it('names the field that is wrong', async () => {
    const early = house.run('quality', recordEvent, step('apply', '2025-07-15'));
    await expect(early).rejects.toMatchObject({
      key: 'quality.before-start',
      details: { field: 'onDate', startedOn: '2025-08-01' },
    });
    const future = house.run('quality', recordEvent, step('apply', '2026-11-24'));
    await expect(future).rejects.toMatchObject({ key: 'quality.in-the-future' });
  });

  it('refuses to declare while a condition is missing, and tells each of them', async () => {
    const missing = (payload: ReturnType<typeof step>) =>
      house
        .send('headCoLe', recordEvent, payload)
        .then((text) => JSON.parse(text).reason?.issues.map((issue: { key: string }) => issue.key));
    expect(await missing(step('declare', '2026-01-10'))).toEqual(['quality.not-applied']);
    await house.run('headCoLe', recordEvent, step('apply', '2025-10-01'));
    expect(await missing(step('declare', '2026-01-10'))).toEqual([
      'quality.audit-missing',
      'quality.review-missing',
      'quality.effect-missing',
    ]);
    await house.run('headCoLe', recordInternalAudit, auditOf(systemId, '2026-01-12', true));
    await house.run('headCoLe', recordManagementReview, reviewOf(systemId, '2026-01-20'));
    expect(await missing(step('declare', '2026-02-02'))).toEqual([
      'quality.major-open',
      'quality.effect-missing',
    ]);
    await house.run('headCoLe', recordInternalAudit, auditOf(systemId, '2026-02-10'));
    expect(await missing(step('declare', '2026-02-11'))).toEqual(['quality.effect-missing']);
    await house.run('headCoLe', recordEvent, step('effect-confirmed', '2026-02-12'));
    const told = await house.ask('headCoLe', getQuality, { unitId: house.unitId('coLe') });
    // The latest audit left a minor one; it is told, and stands against nothing.
    expect(told).toMatchObject({ missing: [], openMinors: 1, duties: null });
    const again = house.run('headCoLe', recordEvent, step('apply', '2025-11-01'));
    await expect(again).rejects.toMatchObject({ key: 'quality.step-done', code: 'conflict' });
  });

  it('declares, leaves an entry, and is the same when sent again', async () => {
    const id = uuidV7();
    const payload = step('declare', '2026-02-16');
    const receipt = await house.send('headCoLe', recordEvent, payload, id);
    expect(JSON.parse(receipt)).toMatchObject({ status: 'applied' });
    expect(await house.send('headCoLe', recordEvent, payload, id)).toBe(receipt);
    expect(await trailOf(id)).toMatchObject([{ action: 'quality.record-event', subjectId: systemId }]);
    expect(
      await house.look('quality', (tx) =>
        tx.select().from(qualityEvent).where(eq(qualityEvent.id, payload.eventId)),
      ),
    ).toMatchObject([{ kind: 'declare', onDate: '2026-02-16', facts: { decisionNo: '21/QĐ-UBND' } }]);
    const told = await house.ask('headCoLe', getQuality, { unitId: house.unitId('coLe') });
    expect(told).toMatchObject({
      status: { status: 'declared-maintained', lapsesOn: '2027-01-21' },
      system: { edition: { title: 'TCVN ISO 9001:2015' } },
      may: {
        start: false,
        events: ['notified', 'posted', 'published', 'redeclare', 'scope-changed'],
        close: false,
        audit: true,
        review: true,
      },
    });
    expect(told.records.map(({ type }) => type)).toEqual([
      'event',
      'event',
      'audit',
      'review',
      'audit',
      'event',
    ]);
  });

  it('keeps to whom and by which letter a declaration was told, and what is still owed', async () => {
    const letter = { ...step('notified', '2026-02-20'), decisionNo: '15/UBND-VP' };
    await expect(house.run('headCoLe', recordEvent, letter)).rejects.toMatchObject({
      code: 'invalid',
      issues: [{ field: 'recipient', key: 'input.required' }],
    });
    const recipient = 'Sở Khoa học và Công nghệ';
    await house.run('headCoLe', recordEvent, { ...letter, recipient });
    await expect(house.run('headCoLe', recordEvent, step('published', '2026-02-21'))).rejects.toMatchObject({
      issues: [{ field: 'address' }],
    });
    await expect(
      house.run('headCoLe', recordEvent, { ...letter, recipient, eventId: uuidV7() }),
    ).rejects.toMatchObject({ key: 'quality.step-done' });
    const told = await house.ask('headCoLe', getQuality, { unitId: house.unitId('coLe') });
    expect(told.duties).toEqual([
      { duty: 'notified', onDate: '2026-02-20' },
      { duty: 'posted', onDate: null },
      { duty: 'published', onDate: null },
    ]);
    expect(told.status.status).toBe('declared-maintained');
    expect(told.records[0]).toMatchObject({
      kind: 'notified',
      facts: { decisionNo: '15/UBND-VP', recipient },
    });
  });
});

describe('closing a declaration', () => {
  const close = () => ({
    eventId: uuidV7(),
    systemId,
    onDate: '2026-06-01',
    reason: 'suspended' as const,
  });

  it('is for the quality office alone', async () => {
    await expect(
      perform(closeDeclaration, stranger(), { id: uuidV7(), payload: close() }),
    ).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const person of ['headCoLe', 'leadership'] as const)
      await expect(house.run(person, closeDeclaration, close())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(house.run('headNinhGiang', closeDeclaration, close())).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('wants the reason told when it is another one', async () => {
    await expect(
      house.run('quality', closeDeclaration, { ...close(), reason: 'other' }),
    ).rejects.toMatchObject({ code: 'invalid', issues: [{ field: 'note' }] });
  });

  it('happens once, leaves an entry, and is the same when sent again', async () => {
    const id = uuidV7();
    const payload = close();
    const receipt = await house.send('quality', closeDeclaration, payload, id);
    expect(await house.send('quality', closeDeclaration, payload, id)).toBe(receipt);
    expect(await trailOf(id)).toMatchObject([{ action: 'quality.close-declaration' }]);
    await expect(house.run('quality', closeDeclaration, close())).rejects.toMatchObject({
      key: 'quality.nothing-to-close',
      code: 'conflict',
    });
    const unitId = house.unitId('coLe');
    expect(await house.ask('leadership', getQuality, { unitId })).toMatchObject({
      status: { status: 'closed', since: '2026-06-01', closeReason: 'suspended' },
      may: { events: [], audit: false },
    });
    expect(await house.ask('leadership', getQuality, { unitId, asOf: '2026-05-31' })).toMatchObject({
      status: { status: 'declared-maintained' },
    });
  });
});
