import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { planRound, type RoundPlan, type storyChecklist } from './round-story.ts';
import type { Teller } from './teller.ts';

/** Codes of the communes that the rounds go to. */
export const commune = {
  coLe: '14026',
  ninhGiang: '14038',
  trucNinh: '14053',
  catThanh: '14056',
  quangHung: '14062',
  minhThai: '14071',
  ninhCuong: '14077',
} as const;

/** What the rounds around the day of loading are told with. */
export interface Stage {
  readonly teller: Teller;
  /** Id of a unit in force today by its code. */
  readonly unitId: (code: string) => string;
  /** The day that many working days from the day of loading; before it when negative. */
  readonly day: (workingDays: number) => PlainDate;
  readonly versionId: string;
  readonly items: Awaited<ReturnType<typeof storyChecklist>>['items'];
}

/** Sets up a round by the codes of its communes; returns its id. */
export function plan(
  stage: Stage,
  change: Omit<RoundPlan, 'units'> & { visits: readonly [string, PlainDate][] },
) {
  const { visits, ...facts } = change;
  const units = visits.map(([code, plannedOn]) => ({ unitId: stage.unitId(code), plannedOn }));
  return planRound(
    stage.teller,
    { ...facts, units },
    { leadUnitId: stage.unitId('37-SNV'), checklistVersionId: stage.versionId },
  );
}
