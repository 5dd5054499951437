import { createHash } from 'node:crypto';
import { addDays, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { workingDaysAfterIssue } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { nextStamp } from '@kycuong/domain/sync/clock.ts';
import {
  type FieldAction,
  type FieldPayloads,
  fieldSchemaVersion,
} from '@kycuong/domain/sync/field-command.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import sharp from 'sharp';
import { houseUrl } from '../house.ts';
import { apiAs, cookieAs } from './api-as.ts';
import type { Invented } from './invented-people.ts';

const today = dateInVietnam(new Date());

export interface Team {
  readonly leader: Invented;
  readonly member: Invented;
}

export interface ToldRound {
  readonly roundId: string;
  readonly visitId: string;
}

/** A round to one unit: of today and issued, or told too late and still a draft. */
export async function tellRound(
  decisionNo: string,
  unitId: string,
  { leader, member }: Team,
  isDraft = false,
): Promise<ToldRound> {
  const office = await apiAs('vanphong');
  const roundId = uuidV7();
  const { leadUnitId, checklists } = await office.planning.roundChoices.query({});
  const plannedOn = isDraft ? addDays(today, 1) : today;
  await office.planning.createRound.mutate({
    id: uuidV7(),
    payload: {
      roundId,
      name: `Kiểm tra theo quyết định ${decisionNo}`,
      form: isDraft ? 'planned' : 'unannounced',
      field: 'public-duty',
      decisionNo,
      decisionDate: today,
      decidedBy: 'Giám đốc Sở Nội vụ',
      startsOn: plannedOn,
      endsOn: plannedOn,
      leadUnitId: leadUnitId ?? '',
      units: [{ unitId, plannedOn }],
      members: [
        { accountId: leader.accountId, role: 'leader' },
        { accountId: member.accountId, role: 'member' },
      ],
      checklistVersionId: checklists.find(({ itemCount }) => itemCount === 67)?.versionId ?? '',
    },
  });
  const { visits, version: seen } = await office.planning.getRound.query({ roundId });
  if (!isDraft) await office.planning.issueRound.mutate({ id: uuidV7(), payload: { roundId, seen } });
  return { roundId, visitId: visits[0]?.visitId ?? '' };
}

/** The team comes and finds one thing wrong. */
export async function inspect({ visitId }: ToldRound, { member }: Team): Promise<string> {
  const findingId = uuidV7();
  const arrivedAt = new Date().toISOString();
  await member.api.visit.checkIn.mutate({ id: uuidV7(), payload: { visitId, arrivedAt } });
  await member.api.finding.raise.mutate({
    id: uuidV7(),
    payload: {
      findingId,
      visitId,
      itemCode: 'D09',
      title: 'Sổ phân công trực bỏ trống',
      description: 'Không có dòng nào từ đầu tháng.',
      severity: 'rectification',
      legalBasisIds: [],
    },
  });
  return findingId;
}

/** Two of the team wrote the note of one line without knowing of each other; one handed what was refused to the leader. */
export async function disagree({ visitId }: ToldRound, { leader, member }: Team): Promise<void> {
  const write = ({ accountId }: Invented) => {
    const device = uuidV7();
    let seq = 0;
    let clock: string | undefined;
    return <Action extends FieldAction>(action: Action, payload: FieldPayloads[Action]) => {
      seq += 1;
      clock = nextStamp(clock, device, Date.now());
      const own = { id: uuidV7(), author: accountId, device, visitId, seq, clock };
      const writtenAt = new Date().toISOString();
      return {
        ...{ ...own, action, schemaVersion: fieldSchemaVersion, base: null, writtenAt, serverOffsetMs: 0 },
        payload,
      };
    };
  };
  const [byLeader, byMember] = [write(leader), write(member)];
  const note = (text: string) => ({ visitId, itemCode: 'M14', note: text });
  const refused = byMember('answer.set', { ...note('Ghi ở mục không có'), itemCode: 'Z99' });
  await leader.api.sync.push.mutate({ commands: [byLeader('answer.set', note('Còn 14 văn bản'))] });
  await member.api.sync.push.mutate({
    commands: [byMember('answer.set', note('Còn 15 văn bản')), refused],
  });
  await member.api.sync.push.mutate({
    commands: [byMember('command.hand-to-leader', { visitId, refusedId: refused.id })],
  });
}

export async function close({ visitId }: ToldRound, { leader }: Team): Promise<void> {
  await leader.api.visit.submit.mutate({ id: uuidV7(), payload: { visitId } });
  const { version: seen } = await leader.api.visit.get.query({ visitId });
  await leader.api.visit.close.mutate({ id: uuidV7(), payload: { visitId, seen } });
}

/** The report is in, and asks one thing for each finding. */
export async function report(
  { roundId }: ToldRound,
  { leader }: Team,
  findingIds: readonly string[],
): Promise<string> {
  const conclusionId = uuidV7();
  await leader.api.conclusion.submitReport.mutate({
    id: uuidV7(),
    payload: {
      conclusionId,
      roundId,
      report: 'Đoàn làm việc một buổi.',
      draft: { strengths: 'Mở cửa đúng giờ.' },
      requirements: findingIds.map((findingId) => ({
        findingId,
        text: 'Ghi sổ phân công trực từng buổi.',
        due: workingDaysAfterIssue(7),
      })),
    },
  });
  return conclusionId;
}

/** The conclusion goes out; gives the corrective action of the unit. */
export async function conclude({ roundId }: ToldRound, conclusionId: string, number: string) {
  const office = await apiAs('vanphong');
  const signer = 'Phan Thị Lan Hương';
  const { version: seen } = await office.conclusion.get.query({ conclusionId });
  await office.conclusion.issue.mutate({
    id: uuidV7(),
    payload: {
      ...{ conclusionId, number, issuedOn: today, signer, seen },
      signerTitle: 'Giám đốc',
      draftedBy: 'CCHC',
    },
  });
  const { actions } = await office.correctiveAction.list.query({ roundId });
  return actions[0]?.actionId ?? '';
}

async function prove(head: Invented, actionId: string): Promise<string> {
  const evidenceId = uuidV7();
  const drawing = { width: 80, height: 60, channels: 3, background: '#7d927c' } as const;
  const bytes = await sharp({ create: drawing }).jpeg().toBuffer();
  await head.api.evidence.attach.mutate({
    id: uuidV7(),
    payload: {
      ...{ evidenceId, visitId: null, target: { kind: 'corrective-action', id: actionId } },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ...{ size: bytes.length, mediaType: 'image/jpeg', name: 'anh.jpg' },
      takenAt: new Date().toISOString(),
    },
  });
  const cookie = await cookieAs(head.username, undefined, head.password);
  const send = async (method: string, path: string, headers: Record<string, string>, body?: Buffer) => {
    const answer = await fetch(new URL(`/api/evidence/upload${path}`, houseUrl()), {
      ...{ method, ...(body && { body: new Uint8Array(body) }) },
      headers: { cookie, origin: new URL(houseUrl()).origin, 'tus-resumable': '1.0.0', ...headers },
    });
    if (!answer.ok) throw new Error(`${method} ${answer.status}: ${await answer.text()}`);
  };
  const metadata = `evidenceId ${Buffer.from(evidenceId).toString('base64')}`;
  await send('POST', '', { 'upload-length': String(bytes.length), 'upload-metadata': metadata });
  const piece = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
  await send('PATCH', `/${evidenceId}`, piece, bytes);
  return evidenceId;
}

/** The unit answers with its proof, and waits to be judged. */
export async function answer(head: Invented, actionId: string): Promise<void> {
  const dueOn = addDays(today, 10);
  await head.api.correctiveAction.answer.mutate({
    id: uuidV7(),
    payload: {
      actionId,
      cause: 'Chưa giao người giữ sổ.',
      correction: 'Đã ghi sổ từ hôm nay.',
      plan: [{ task: 'Kiểm tra sổ hằng tuần', person: 'Phạm Văn Khải', dueOn }],
      evidenceIds: [await prove(head, actionId)],
    },
  });
}
