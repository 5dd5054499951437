import { addDays, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { apiAs } from './api-as.ts';

/** A round whose one visit is closed, so that its leader `truongdoan` may write the report; gives back its id. */
export async function closedRound(): Promise<string> {
  const [office, inspector, leader] = await Promise.all([
    apiAs('vanphong'),
    apiAs('kiemtra1'),
    apiAs('truongdoan'),
  ]);
  const today = dateInVietnam(new Date());
  const roundId = uuidV7();
  const { leadUnitId, units, inspectors, checklists } = await office.planning.roundChoices.query({});
  const accountOf = (fullName: string) =>
    inspectors.find((person) => person.fullName === fullName)?.accountId ?? '';
  await office.planning.createRound.mutate({
    id: uuidV7(),
    payload: {
      roundId,
      name: 'Kiểm tra kỷ luật, kỷ cương đã kết thúc tại chỗ',
      form: 'unannounced',
      field: 'public-duty',
      decisionNo: '1290/QĐ-SNV',
      decisionDate: today,
      decidedBy: 'Giám đốc Sở Nội vụ',
      startsOn: today,
      endsOn: addDays(today, 1),
      leadUnitId: leadUnitId ?? '',
      units: [{ unitId: units.at(-1)?.id ?? '', plannedOn: today }],
      members: [
        { accountId: accountOf('Nguyễn Đức Thịnh'), role: 'leader' },
        { accountId: accountOf('Vũ Hoài Thu'), role: 'member' },
      ],
      checklistVersionId: checklists[0]?.versionId ?? '',
    },
  });
  const { visits, version } = await office.planning.getRound.query({ roundId });
  await office.planning.issueRound.mutate({ id: uuidV7(), payload: { roundId, seen: version } });
  const visitId = visits[0]?.visitId ?? '';
  const arrivedAt = new Date().toISOString();
  await inspector.visit.checkIn.mutate({ id: uuidV7(), payload: { visitId, arrivedAt } });
  await inspector.visit.submit.mutate({ id: uuidV7(), payload: { visitId } });
  const { version: seen } = await leader.visit.get.query({ visitId });
  await leader.visit.close.mutate({ id: uuidV7(), payload: { visitId, note: '', seen } });
  return roundId;
}
