import { addDays, addMonths, type PlainDate } from '../calendar/plain-date.ts';
import { type QualityFact, type QualityLife, qualityLife, startedOn } from './quality-history.ts';
import type { QualityRule } from './quality-rule.ts';

/** Chưa triển khai · đang xây dựng · đang áp dụng · đã công bố, duy trì đầy đủ · đã công bố, chưa duy trì đúng quy định · đã chấm dứt. */
export const qualityStatuses = [
  'not-started',
  'building',
  'applying',
  'declared-maintained',
  'declared-lapsed',
  'closed',
] as const;
export type QualityStatusName = (typeof qualityStatuses)[number];

/** One ground of the status. `source` of the rule is in `qualityRules`. */
export type QualityReason = {
  readonly rule: QualityRule;
  readonly met: boolean;
  readonly fact:
    | 'not-started'
    | 'built'
    | 'applied'
    | 'declared'
    | 'redeclared'
    | 'scope-unchanged'
    | 'scope-changed'
    | 'last-audit'
    | 'no-audit'
    | 'last-review'
    | 'no-review'
    | 'closed'
    | 'unit-ended';
  /** The day of the fact; null when there is none. */
  readonly date: PlainDate | null;
  /** The last day to which the fact keeps the rule, where it runs out. */
  readonly until: PlainDate | null;
};

export type QualityStatus = {
  readonly status: QualityStatusName;
  /** First day of the status; null when nothing was ever started. */
  readonly since: PlainDate | null;
  /** Day of the first declaration in force; null when none is. */
  readonly declaredOn: PlainDate | null;
  /** For a maintained system: the first day on which it will lapse unless something is done. */
  readonly lapsesOn: PlainDate | null;
  readonly closeReason: string | null;
  readonly reasons: readonly QualityReason[];
};

/** The last day of the unit's whole life, names and moves included; null while it goes on, as a unit or as itself. */
export type UnitEnd = PlainDate | null;

/** Months for which one internal audit and one management review keep a declaration maintained. */
export const maintainedMonths = 12;

/**
 * The status of a quality system on a day, told from dated facts and never typed, with its reasons. A declaration in
 * force is maintained when its scope is current and both an internal audit and a management review took place within
 * 12 months; else it has lapsed. When the unit ends in a reorganisation without going on as the same unit, the
 * declaration closes with it. `since` of a lapse is the first day of the earliest rule that is broken now.
 */
export function qualityStatus(
  history: readonly QualityFact[],
  asOf: PlainDate,
  unitEnd: UnitEnd = null,
): QualityStatus {
  const ended = unitEnd !== null && unitEnd < asOf ? unitEnd : null;
  const life = qualityLife(history, ended ?? asOf);
  if (life.closed) return closedStatus(life.closed.onDate, life.closed.reason, 'closed');
  if (ended !== null && startedOn(life) !== null)
    return closedStatus(addDays(ended, 1), 'reorganisation', 'unit-ended');
  if (life.declaredOn !== null) return declaredStatus(life, life.declaredOn, asOf);
  if (life.appliedOn !== null) return stageStatus('applying', life.appliedOn, 'applied');
  if (life.builtOn !== null) return stageStatus('building', life.builtOn, 'built');
  return stageStatus('not-started', null, 'not-started');
}

function stageStatus(
  status: QualityStatusName,
  since: PlainDate | null,
  fact: QualityReason['fact'],
): QualityStatus {
  return {
    status,
    since,
    declaredOn: null,
    lapsesOn: null,
    closeReason: null,
    reasons: [{ rule: 'stage', met: since !== null, fact, date: since, until: null }],
  };
}

function closedStatus(since: PlainDate, reason: string | null, fact: 'closed' | 'unit-ended'): QualityStatus {
  return {
    ...stageStatus('closed', since, fact),
    closeReason: reason,
    reasons: [{ rule: fact, met: true, fact, date: since, until: null }],
  };
}

function declaredStatus(life: QualityLife, declaredOn: PlainDate, asOf: PlainDate): QualityStatus {
  const redeclared = life.lastDeclaredOn !== null && life.lastDeclaredOn !== declaredOn;
  const scopeChangedOn = life.scopeChangedOn;
  const audit = yearly('audit-yearly', 'last-audit', 'no-audit', life.audits, asOf);
  const review = yearly('review-yearly', 'last-review', 'no-review', life.reviews, asOf);
  const reasons: QualityReason[] = [
    {
      rule: 'declared',
      met: true,
      fact: redeclared ? 'redeclared' : 'declared',
      date: life.lastDeclaredOn,
      until: null,
    },
    {
      rule: 'scope-current',
      met: scopeChangedOn === null,
      fact: scopeChangedOn === null ? 'scope-unchanged' : 'scope-changed',
      date: scopeChangedOn,
      until: null,
    },
    audit,
    review,
  ];

  const broken = reasons.filter((reason) => !reason.met).map((reason) => brokenSince(reason, declaredOn));
  const lapses = [audit.until, review.until].flatMap((until) => (until === null ? [] : [addDays(until, 1)]));
  const lapsedOn = earliest(broken);
  return {
    status: lapsedOn === null ? 'declared-maintained' : 'declared-lapsed',
    since: lapsedOn ?? maintainedSince(life, declaredOn),
    declaredOn,
    lapsesOn: lapsedOn === null ? earliest(lapses) : null,
    closeReason: null,
    reasons,
  };
}

function yearly(
  rule: 'audit-yearly' | 'review-yearly',
  found: QualityReason['fact'],
  missing: QualityReason['fact'],
  dates: readonly PlainDate[],
  asOf: PlainDate,
): QualityReason {
  const date = dates.at(-1);
  if (date === undefined) return { rule, met: false, fact: missing, date: null, until: null };
  const until = addMonths(date, maintainedMonths);
  return { rule, met: asOf <= until, fact: found, date, until };
}

/** A lapse cannot be older than the declaration that lapses. */
function brokenSince(reason: QualityReason, declaredOn: PlainDate): PlainDate {
  const since = reason.until === null ? (reason.date ?? declaredOn) : addDays(reason.until, 1);
  return latest(since, declaredOn);
}

/** The first day from which the declaration has been maintained without a gap. */
function maintainedSince(life: QualityLife, declaredOn: PlainDate): PlainDate {
  return [life.scopeRenewedOn ?? declaredOn, unbrokenSince(life.audits), unbrokenSince(life.reviews)].reduce(
    latest,
    declaredOn,
  );
}

/** The first of the days that follow each other, up to the last, without running out in between. */
function unbrokenSince(days: readonly PlainDate[]): PlainDate {
  return days.reduce((first, day, index) => {
    const before = days[index - 1];
    return before !== undefined && day > addDays(addMonths(before, maintainedMonths), 1) ? day : first;
  }, days[0] ?? '');
}

function latest(one: PlainDate, other: PlainDate): PlainDate {
  return one.localeCompare(other) < 0 ? other : one;
}

function earliest(dates: readonly PlainDate[]): PlainDate | null {
  return dates.toSorted()[0] ?? null;
}
