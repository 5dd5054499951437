import { internalAudit, managementReview } from '@kycuong/db/schema/audit.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { perform } from '../door.ts';
import { myWork } from '../notice/my-work.ts';
import { getQuality } from '../quality/get-quality.ts';
import { listSystems } from '../quality/list-systems.ts';
import { redeclarationsDue } from '../quality/redeclarations-due.ts';
import { type House, openHouse, type Persona } from '../testing/house.ts';
import { auditOf, importNinhBinh, reviewOf, tellSystem, unitIdOf } from '../testing/truc-ninh.ts';
import { recordInternalAudit } from './record-internal-audit.ts';
import { recordManagementReview } from './record-management-review.ts';

let house: House;
let systemId: string;
let oldCoLe: string;
beforeAll(async () => {
  house = await openHouse();
  await importNinhBinh(house);
  oldCoLe = await unitIdOf(house, '14026', '2008-01-01');
  systemId = await tellSystem(house, oldCoLe, 'declared');
  const stages = ['building', 'applying', 'building', 'applying', 'building', 'applying'] as const;
  const heirs = ['14038', '14056', '14053', '14062', '14071', '14077'];
  for (const [index, code] of heirs.entries())
    await tellSystem(house, await unitIdOf(house, code, '2008-01-01'), stages[index] ?? 'building');
});
afterAll(() => house.close());

const stranger = () => ({ ground: house.ground, caller: { kind: 'person', accountId: uuidV7() } }) as const;

describe.each([
  {
    name: 'internal audit',
    action: recordInternalAudit.action,
    send: (person: Persona, payload: unknown, id?: string) =>
      house.send(person, recordInternalAudit, payload, id),
    sendAsStranger: (payload: unknown) => perform(recordInternalAudit, stranger(), { id: uuidV7(), payload }),
    payload: (onDate: string) => auditOf(systemId, onDate),
    field: 'auditedOn',
    wrong: { impartial: false },
    issue: { field: 'impartial', key: 'audit.not-impartial' },
    count: () => house.look('quality', (tx) => tx.select({ id: internalAudit.id }).from(internalAudit)),
  },
  {
    name: 'management review',
    action: recordManagementReview.action,
    send: (person: Persona, payload: unknown, id?: string) =>
      house.send(person, recordManagementReview, payload, id),
    sendAsStranger: (payload: unknown) =>
      perform(recordManagementReview, stranger(), { id: uuidV7(), payload }),
    payload: (onDate: string) => reviewOf(systemId, onDate),
    field: 'heldOn',
    wrong: { inputs: { a: 'Đã xem' } },
    issue: { field: 'inputs.b' },
    count: () => house.look('quality', (tx) => tx.select({ id: managementReview.id }).from(managementReview)),
  },
])('recording an $name', ({ action, send, sendAsStranger, payload, field, wrong, issue, count }) => {
  it('is for the quality office and the head of the unit alone', async () => {
    await expect(sendAsStranger(payload('2020-09-01'))).rejects.toMatchObject({ code: 'unauthenticated' });
    const refused = async (person: 'leadership' | 'inspector' | 'headNinhGiang') =>
      JSON.parse(await send(person, payload('2020-09-01'))).reason;
    expect(await refused('leadership')).toMatchObject({ code: 'forbidden' });
    expect(await refused('inspector')).toMatchObject({ code: 'not-found' });
    expect(await refused('headNinhGiang')).toMatchObject({ code: 'not-found' });
  });

  it('names the field that is wrong, and takes no fact from outside the unit’s life', async () => {
    const reason = async (content: unknown) => JSON.parse(await send('quality', content)).reason;
    expect((await reason({ ...payload('2020-09-01'), ...wrong })).issues).toContainEqual(
      expect.objectContaining(issue),
    );
    expect(await reason(payload('2014-12-31'))).toMatchObject({
      key: 'quality.before-start',
      details: { field },
    });
    expect(await reason(payload('2025-07-01'))).toMatchObject({ key: 'quality.unit-not-in-force' });
  });

  it('is kept once, with an entry, however often it is sent', async () => {
    const before = (await count()).length;
    const id = uuidV7();
    const content = payload('2020-09-01');
    const receipt = await send('headCoLe', content, id);
    expect(JSON.parse(receipt)).toMatchObject({ status: 'applied' });
    expect(await send('headCoLe', content, id)).toBe(receipt);
    expect(JSON.parse(await send('headCoLe', content))).toMatchObject({
      status: 'refused',
      reason: { code: 'conflict' },
    });
    expect((await count()).length).toBe(before + 1);
    expect(
      await house.lookAsSystem((tx) => tx.select().from(trailEntry).where(eq(trailEntry.commandId, id))),
    ).toMatchObject([{ action, subjectId: systemId, unitId: oldCoLe }]);
  });
});

describe('what follows from the records', () => {
  it('the status changes by itself and says why', async () => {
    const at = (asOf: string) => house.ask('quality', getQuality, { unitId: oldCoLe, asOf });
    expect((await at('2021-09-01')).status).toMatchObject({
      status: 'declared-maintained',
      lapsesOn: '2021-09-02',
    });
    const late = await at('2021-09-02');
    expect(late.status).toMatchObject({ status: 'declared-lapsed', since: '2021-09-02' });
    expect(late.status.reasons).toContainEqual({
      rule: 'audit-yearly',
      met: false,
      fact: 'last-audit',
      date: '2020-09-01',
      until: '2021-09-01',
    });
  });

  it('a unit that ends closes its declaration, and its successor must declare anew', async () => {
    const old = await house.ask('quality', getQuality, { unitId: oldCoLe });
    expect(old).toMatchObject({
      status: { status: 'closed', since: '2025-07-01', closeReason: 'reorganisation' },
      successors: [{ name: 'Xã Cổ Lễ', onDate: '2025-07-01' }],
      may: { start: false, events: [], audit: false, review: false },
    });
    const heir = await house.ask('headCoLe', getQuality, { unitId: house.unitId('coLe') });
    expect(heir).toMatchObject({
      status: { status: 'not-started' },
      redeclare: { because: 'reorganisation', since: '2025-07-01', predecessors: ['Thị trấn Cổ Lễ'] },
      may: { start: true },
    });
    expect(heir.predecessors.map(({ name }) => name)).toEqual([
      'Thị trấn Cổ Lễ',
      'Xã Trung Đông',
      'Xã Trực Tuấn',
    ]);
  });

  it('opens 7 tasks “công bố lại” on 2 July 2025, each to its own head', async () => {
    const due = await house.ask('quality', redeclarationsDue, { asOf: '2025-07-02' });
    expect(due.map(({ unitName }) => unitName)).toEqual([
      'Xã Cát Thành',
      'Xã Cổ Lễ',
      'Xã Minh Thái',
      'Xã Ninh Cường',
      'Xã Ninh Giang',
      'Xã Quang Hưng',
      'Xã Trực Ninh',
    ]);
    expect(await house.ask('quality', redeclarationsDue, { asOf: '2025-06-30' })).toEqual([]);
    expect(await house.ask('headCoLe', redeclarationsDue, {})).toMatchObject([{ unitName: 'Xã Cổ Lễ' }]);
    expect(await house.ask('inspector', redeclarationsDue, {})).toEqual([]);
    expect((await house.ask('quality', myWork, {})).redeclarations).toHaveLength(7);
    expect((await house.ask('headNinhGiang', myWork, {})).redeclarations).toMatchObject([
      { unitName: 'Xã Ninh Giang', because: 'reorganisation', since: '2025-07-01' },
    ]);
  });

  it('lists every commune, and the units that ended with a system', async () => {
    const { rows } = await house.ask('quality', listSystems, { areaId: house.unitId('ninhBinh') });
    expect(rows.filter(({ commune, status }) => commune && status === 'not-started')).toHaveLength(129);
    expect(rows.filter(({ status }) => status === 'closed')).toHaveLength(7);
    const own = await house.ask('headCoLe', listSystems, { areaId: house.unitId('coLe') });
    expect(own.rows.map(({ name, status }) => [name, status])).toEqual([
      ['Thị trấn Cổ Lễ', 'closed'],
      ['Xã Cổ Lễ', 'not-started'],
    ]);
    await expect(
      house.ask('headCoLe', listSystems, { areaId: house.unitId('ninhGiang') }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});
