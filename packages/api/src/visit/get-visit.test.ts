import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDossier } from '../dossier/sample-dossier.ts';
import { attachEvidence } from '../evidence/attach-evidence.ts';
import { raiseFinding } from '../finding/raise-finding.ts';
import { closeAtDesk } from '../testing/close-at-desk.ts';
import { type FieldHouse, type FieldRound, openFieldHouse, testBasis } from '../testing/field-house.ts';
import { checkIn } from './check-in.ts';
import { getVisit } from './get-visit.ts';
import { listVisits } from './list-visits.ts';
import { setAnswer } from './set-answer.ts';
import { submitVisit } from './submit.ts';

let house: FieldHouse;
let round: FieldRound;
let visitId: string;
beforeAll(async () => {
  house = await openFieldHouse();
  round = await house.addRound();
  visitId = round.visitId('coLe');
  await house.run('leader', checkIn, { visitId, arrivedAt: '2026-11-23T08:00:00+07:00' });
  await house.run('inspector', setAnswer, { visitId, itemCode: 'M15', conformity: 'nonconform', count: 5 });
  await house.run('inspector', sampleDossier, {
    sampleId: uuidV7(),
    visitId,
    code: '000.00.24.H42-261102-0003',
    procedure: 'Đăng ký biến động đất đai',
    receivedOn: '2026-11-02',
    completeOn: '2026-11-02',
    processingWorkingDays: 10,
    dueOn: '2026-11-16',
    returnedOn: null,
    stopped: [],
    apologyIssued: false,
    extraPapersAsked: false,
  });
  const findingId = uuidV7();
  await house.run('inspector', raiseFinding, {
    findingId,
    visitId,
    itemCode: 'M15',
    title: 'Trả kết quả quá hạn',
    description: 'Hồ sơ đất đai quá hạn, không có văn bản xin lỗi.',
    severity: 'rectification',
    legalBasisIds: [testBasis],
  });
  await house.run('inspector', attachEvidence, {
    evidenceId: uuidV7(),
    visitId,
    target: { kind: 'finding', id: findingId },
    sha256: 'a'.repeat(64),
    size: 1000,
    mediaType: 'image/jpeg',
    name: 'phieu-hen.jpg',
    caption: 'Giấy hẹn dán trên cửa',
    takenAt: '2026-11-23T02:30:00Z',
  });
});
afterAll(() => house.close());

describe('the page of a visit', () => {
  it('is for who may see the visit', async () => {
    for (const name of ['outsider', 'headNinhGiang', 'quality'] as const)
      await expect(house.ask(name, getVisit, { visitId })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('shows answers by section, dossiers with their lateness, findings and photos', async () => {
    const page = await house.ask('leader', getVisit, { visitId });
    expect(page).toMatchObject({
      status: 'open',
      checkedInAt: '2026-11-23T01:00:00.000Z',
      unit: { name: 'Xã Cổ Lễ', parentName: 'Tỉnh Ninh Bình' },
      team: [{ role: 'leader' }, { role: 'member' }],
      conflicts: [],
      answers: [
        {
          itemCode: 'M15',
          conformity: 'nonconform',
          count: 5,
          note: null,
          writtenByName: 'Bùi Thị Kiểm',
          writtenAt: '2026-11-23T02:00:00.000Z',
        },
      ],
      foundThere: [{ itemCode: 'M15', revision: 1, raisedByName: 'Bùi Thị Kiểm' }],
      endNotes: [],
      evidence: [
        {
          name: 'phieu-hen.jpg',
          caption: 'Giấy hẹn dán trên cửa',
          status: 'awaited',
          target: { kind: 'finding' },
        },
      ],
    });
    // In hand on Monday 23 November: the 17th to the 20th and the 23rd are working days after the due date.
    expect(page.dossiers[0]?.check.lateness).toMatchObject({
      status: 'in-progress-late',
      workingDaysLate: 5,
    });
    expect(page.dossiers[0]?.check.candidates).toContainEqual({
      itemCode: 'M16',
      reason: 'late-without-apology',
    });
  });

  it('shows the unit’s head the visit, and nothing of the work on it', async () => {
    const page = await house.ask('headCoLe', getVisit, { visitId });
    expect(page).toMatchObject({
      status: 'open',
      answers: [],
      dossiers: [],
      foundThere: [],
      evidence: [],
      conflicts: [],
    });
  });
});

describe('the list of visits', () => {
  it('shows each person their own, with how far they have come', async () => {
    const { total, rows } = await house.ask('inspector', listVisits, { mine: true });
    expect(total).toBe(2);
    expect(rows.find((row) => row.visitId === visitId)).toMatchObject({
      status: 'open',
      unit: { name: 'Xã Cổ Lễ' },
      findings: 1,
      progress: { items: 4, answered: 1, dossiers: 1, evidenceAwaited: 1, evidenceReceived: 0 },
    });
    expect((await house.ask('headCoLe', listVisits, {})).rows.map((row) => row.visitId)).toEqual([visitId]);
    expect((await house.ask('outsider', listVisits, {})).total).toBe(0);
    const open = await house.ask('office', listVisits, { status: 'open', limit: 1, offset: 1 });
    expect([open.total, open.rows]).toEqual([1, []]);
    const byUnit = await house.ask('office', listVisits, { unitId: house.unitId('ninhGiang') });
    expect(byUnit.rows.map((row) => row.visitId)).toEqual([round.visitId('ninhGiang')]);
  });
});

describe('what is said on handing a visit in and on closing it', () => {
  it('is read by who oversees it, in its lines; not by the unit', async () => {
    const other = (await house.addRound()).visitId('coLe');
    await house.run('leader', checkIn, { visitId: other, arrivedAt: '2026-11-23T08:00:00+07:00' });
    const note = 'Một cửa đóng cửa sớm.\nĐã báo Chủ tịch xã.';
    await house.run('inspector', submitVisit, { visitId: other, note });
    await closeAtDesk(house, other, 'Đồng ý.');
    for (const name of ['leader', 'office'] as const)
      expect((await house.ask(name, getVisit, { visitId: other })).endNotes).toMatchObject([
        { atClose: false, note, byName: 'Bùi Thị Kiểm' },
        { atClose: true, note: 'Đồng ý.', byName: 'Nguyễn Văn Trưởng' },
      ]);
    expect(await house.ask('headCoLe', getVisit, { visitId: other })).toMatchObject({ endNotes: [] });
  });
});
