import { builtInHolidays } from '@kycuong/domain/calendar/built-in-holidays.ts';
import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { WorkingCalendar } from '@kycuong/domain/calendar/working-days.ts';
import { autumnRound, springRound } from './concluded-rounds.ts';
import { cardNotWorn, ratingNotIntegrated } from './inspection-facts.ts';
import { at, handIn, inspect, sendOut, settle, storyChecklist } from './round-story.ts';
import { sampledDossiers } from './sampled-dossiers.ts';
import { commune, plan, type Stage } from './stage.ts';
import type { Teller } from './teller.ts';

/** This month's thematic round: one visit closed, one half way, one today, others to come. */
async function runningRound(stage: Stage): Promise<void> {
  const { teller, day, items, unitId } = stage;
  teller.setNow(at(day(-13), 9));
  const roundId = await plan(stage, {
    name: 'Cải cách hành chính và kiểm soát thủ tục hành chính đợt 2',
    form: 'thematic',
    field: 'combined',
    decisionNo: '1184/QĐ-SNV',
    decisionDate: day(-14),
    startsOn: day(-5),
    endsOn: day(12),
    visits: [
      [commune.trucNinh, day(-4)],
      [commune.quangHung, day(-1)],
      [commune.coLe, day(0)],
      [commune.ninhGiang, day(2)],
      [commune.catThanh, day(4)],
      [commune.minhThai, day(6)],
      [commune.ninhCuong, day(8)],
    ],
  });
  const visits = await sendOut(teller, roundId);
  const visitOf = (code: string) => visits.get(unitId(code)) ?? '';
  const settled = visitOf(commune.trucNinh);
  const dossiers = sampledDossiers(day, -4);
  await inspect(teller, {
    visitId: settled,
    day: day(-4),
    items,
    faults: [ratingNotIntegrated, cardNotWorn],
    dossiers,
  });
  await handIn(teller, settled, day(-4));
  await settle(teller, settled, day(-3));
  const halfWay = visitOf(commune.quangHung);
  await inspect(teller, { visitId: halfWay, day: day(-1), items, faults: [cardNotWorn], answered: 30 });
}

/** An unannounced round whose units nobody outside may name, and a follow-up that still waits to be issued. */
async function roundsToCome(stage: Stage): Promise<void> {
  const { teller, day } = stage;
  teller.setNow(at(day(-2), 10));
  const secret = await plan(stage, {
    name: 'Kỷ luật, kỷ cương cuối năm',
    form: 'unannounced',
    field: 'public-duty',
    decisionNo: '1203/QĐ-SNV',
    decisionDate: day(-3),
    startsOn: day(-2),
    endsOn: day(15),
    visits: [
      [commune.ninhCuong, day(3)],
      [commune.minhThai, day(10)],
    ],
  });
  await sendOut(teller, secret);
  await plan(stage, {
    name: 'Kiểm tra việc thực hiện Thông báo kết luận số 118/TB-SNV',
    form: 'follow-up',
    field: 'combined',
    decisionNo: '1220/QĐ-SNV',
    decisionDate: day(-2),
    startsOn: day(10),
    endsOn: day(14),
    visits: [
      [commune.coLe, day(11)],
      [commune.ninhGiang, day(12)],
    ],
  });
}

/** The rounds around the day of loading, in working days from it, so that the story does not age. */
export async function tellRounds(
  teller: Teller,
  today: PlainDate,
  unitId: (code: string) => string,
): Promise<void> {
  const calendar = new WorkingCalendar(builtInHolidays);
  const start = calendar.onOrAfter(today);
  const day = (workingDays: number) => calendar.addWorkingDays(start, workingDays);
  const { versionId, items } = await storyChecklist(teller);
  const stage: Stage = { teller, unitId, day, versionId, items };
  await springRound(stage);
  await autumnRound(stage);
  await runningRound(stage);
  await roundsToCome(stage);
}
