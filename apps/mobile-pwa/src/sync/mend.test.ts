import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyDossier } from '../dossier/dossier-draft.ts';
import { attachEvidence } from '../evidence/attach.ts';
import { sha256Of } from '../evidence/capture.ts';
import { startFinding } from '../finding/finding-draft.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import type { FieldAct } from './field-act.ts';
import { logCommand } from './log-command.ts';
import { mend } from './mend.ts';
import type { LoggedCommand } from './store.ts';

let tablet: Tablet;
beforeEach(() => {
  tablet = openTablet();
});
afterEach(() => tablet.store.delete());

const findingId = uuidV7();
const sampleId = uuidV7();

async function refused(command: LoggedCommand): Promise<LoggedCommand> {
  const { store, visitId } = tablet;
  const storedAt = new Date(tablet.now()).toISOString();
  const text = receiptOf(command, 'refused', storedAt);
  await store.receipts.put({ id: command.id, visitId, status: 'refused', text, storedAt });
  return command;
}

const finding = async () =>
  refused(
    await logCommand(tablet.hand(), {
      action: 'finding.raise',
      payload: {
        ...{ findingId, visitId: tablet.visitId, itemCode: 'M01', title: 'Chưa niêm yết' },
        ...{ description: 'Bảng trống', severity: 'reminder', legalBasisIds: [] },
      },
    }),
  );

const sample = (note: string): FieldAct => ({
  action: 'dossier.sample',
  payload: {
    ...{ sampleId, visitId: tablet.visitId, code: 'H40-12', procedure: 'Khai sinh' },
    ...{ receivedOn: '2026-11-02', completeOn: '2026-11-02', processingWorkingDays: 5 },
    ...{ dueOn: '2026-11-09', returnedOn: null, stopped: [], apologyIssued: false },
    ...{ extraPapersAsked: false, note: note === '' ? null : note },
  },
});

const dossier = async () => refused(await logCommand(tablet.hand(), sample('')));

const kept = async () =>
  (await tablet.store.drafts.toArray()).map(({ key, value }) => ({ kind: key.split(' ')[0], value }));

async function type(part: object): Promise<void> {
  const [row] = await tablet.store.drafts.toArray();
  if (row === undefined || typeof row.value !== 'object') return expect.fail('no draft');
  await tablet.store.drafts.put({ ...row, value: { ...row.value, ...part } });
}

it('lays what was refused before the person, with the photos that were refused with it', async () => {
  const command = await finding();
  const bytes = new TextEncoder().encode('ảnh');
  const facts = { sha256: await sha256Of(bytes), size: bytes.length, mediaType: 'image/jpeg' as const };
  const evidenceId = await attachEvidence(
    tablet.hand(),
    tablet.visitId,
    { kind: 'finding', id: findingId },
    { bytes, facts: { ...facts, name: 'a.jpg', takenAt: '2026-11-23T02:00:00.000Z' } },
  );
  const { commandId } = (await tablet.store.uploads.get(evidenceId)) ?? expect.fail('no upload');
  await refused((await tablet.store.commands.get(commandId)) ?? expect.fail('no command'));
  expect(await mend(tablet.hand(), command)).toEqual({
    ...{ name: 'finding', visitId: tablet.visitId, findingId },
  });
  expect(await kept()).toMatchObject([
    { kind: 'finding', value: { title: 'Chưa niêm yết', itemCode: 'M01', photos: [{ name: 'a.jpg' }] } },
  ]);
});

it('asked for again, leaves what was written of it since', async () => {
  const raised = await finding();
  await mend(tablet.hand(), raised);
  await type({ title: 'Chưa niêm yết phí' });
  await mend(tablet.hand(), raised);
  expect(await kept()).toMatchObject([{ kind: 'finding', value: { title: 'Chưa niêm yết phí' } }]);
  await tablet.store.drafts.clear();
  const sampled = await dossier();
  await mend(tablet.hand(), sampled);
  expect(await kept()).toMatchObject([{ kind: 'dossier', value: { code: 'H40-12' } }]);
  await type({ note: 'Thiếu giấy hẹn' });
  await mend(tablet.hand(), sampled);
  expect(await kept()).toMatchObject([{ kind: 'dossier', value: { note: 'Thiếu giấy hẹn' } }]);
});

it('says what its author had seen: the last version that was not refused', async () => {
  const first = await logCommand(tablet.hand(), sample(''));
  const second = await refused(await logCommand(tablet.hand(), sample('Thiếu giấy hẹn')));
  await mend(tablet.hand(), second);
  expect((await tablet.store.drafts.toArray()).map(({ seen }) => seen)).toEqual([first.id]);
  await tablet.store.drafts.clear();
  // Built on what was not refused yet when it was written.
  const third = { ...(await logCommand(tablet.hand(), sample('Đã hẹn lại'))), base: second.id };
  await mend(tablet.hand(), await refused(third));
  expect((await tablet.store.drafts.toArray()).map(({ seen }) => seen)).toEqual([first.id]);
});

it('takes a row that says nothing for none', async () => {
  const { store, author, visitId } = tablet;
  const at = { account: author, savedAt: '' };
  await store.drafts.bulkPut([
    { ...at, key: `dossier ${sampleId}`, value: { ...emptyDossier, visitId } },
    { ...at, key: `finding ${visitId} ${findingId}`, value: startFinding(undefined, '') },
  ]);
  await mend(tablet.hand(), await dossier());
  await mend(tablet.hand(), await finding());
  expect(await kept()).toMatchObject([
    { kind: 'dossier', value: { code: 'H40-12' } },
    { kind: 'finding', value: { title: 'Chưa niêm yết' } },
  ]);
});
