import type { PlainDate } from '../calendar/plain-date.ts';
import { type DeclarationDuty, isDuty, type QualityEventKind } from './quality-event.ts';

/** One dated fact of a quality system: a step recorded by hand, an internal audit, or a management review. */
export type QualityFact = {
  readonly kind: QualityEventKind | 'internal-audit' | 'management-review';
  readonly onDate: PlainDate;
  /** Why it was closed. */
  readonly reason?: string | undefined;
};

/** Facts of one day are taken in the order in which the life of a system runs. */
const order = [
  'build',
  'apply',
  'internal-audit',
  'management-review',
  'effect-confirmed',
  'declare',
  'scope-changed',
  'redeclare',
  'notified',
  'posted',
  'published',
  'close',
];

/**
 * The facts of one system from the records that hold them. The day on which it was started counts as `build`; a close
 * carries its reason in `facts.reason`.
 */
export function historyOf(
  system: { readonly startedOn: PlainDate },
  events: readonly {
    readonly kind: QualityEventKind;
    readonly onDate: PlainDate;
    readonly facts?: Readonly<Record<string, string>>;
  }[],
  audits: readonly { readonly auditedOn: PlainDate }[],
  reviews: readonly { readonly heldOn: PlainDate }[],
): QualityFact[] {
  return [
    { kind: 'build', onDate: system.startedOn },
    ...events.map(({ kind, onDate, facts }) => ({ kind, onDate, reason: facts?.reason })),
    ...audits.map(({ auditedOn }) => ({ kind: 'internal-audit' as const, onDate: auditedOn })),
    ...reviews.map(({ heldOn }) => ({ kind: 'management-review' as const, onDate: heldOn })),
  ];
}

/** What is known of the present life of a system on a day; a close ends a life, and what follows starts another. */
export type QualityLife = {
  readonly builtOn: PlainDate | null;
  readonly appliedOn: PlainDate | null;
  /** The day on which the head last confirmed that the system is effective. */
  readonly confirmedOn: PlainDate | null;
  readonly declaredOn: PlainDate | null;
  /** The day of the last declaration, first or again. */
  readonly lastDeclaredOn: PlainDate | null;
  /** When each duty of the last declaration was done. */
  readonly duties: Readonly<Partial<Record<DeclarationDuty, PlainDate>>>;
  readonly scopeChangedOn: PlainDate | null;
  /** The day on which a changed scope was last declared again. */
  readonly scopeRenewedOn: PlainDate | null;
  /** Days of the internal audits and of the management reviews, ascending. */
  readonly audits: readonly PlainDate[];
  readonly reviews: readonly PlainDate[];
  readonly closed: { readonly onDate: PlainDate; readonly reason: string | null } | null;
};

const unborn: QualityLife = {
  builtOn: null,
  appliedOn: null,
  confirmedOn: null,
  declaredOn: null,
  lastDeclaredOn: null,
  duties: {},
  scopeChangedOn: null,
  scopeRenewedOn: null,
  audits: [],
  reviews: [],
  closed: null,
};

/** The first day of the present life; null when none was ever started. */
export function startedOn(life: QualityLife): PlainDate | null {
  return life.builtOn ?? life.appliedOn ?? life.declaredOn;
}

/** The life of a system as of a day, whatever the order in which its facts were recorded. */
export function qualityLife(history: readonly QualityFact[], asOf: PlainDate): QualityLife {
  return history
    .filter((fact) => fact.onDate <= asOf)
    .toSorted((a, b) => a.onDate.localeCompare(b.onDate) || order.indexOf(a.kind) - order.indexOf(b.kind))
    .reduce(lived, unborn);
}

function lived(before: QualityLife, { kind, onDate, reason }: QualityFact): QualityLife {
  const life = before.closed && startsLife(kind) ? unborn : before;
  if (isDuty(kind)) return { ...life, duties: { [kind]: onDate, ...life.duties } };
  switch (kind) {
    case 'build':
      return { ...life, builtOn: life.builtOn ?? onDate };
    case 'apply':
      return { ...life, appliedOn: life.appliedOn ?? onDate };
    case 'internal-audit':
      return { ...life, audits: [...life.audits, onDate] };
    case 'management-review':
      return { ...life, reviews: [...life.reviews, onDate] };
    case 'effect-confirmed':
      return { ...life, confirmedOn: onDate };
    case 'declare':
    case 'redeclare':
      return {
        ...life,
        declaredOn: life.declaredOn ?? onDate,
        lastDeclaredOn: onDate,
        duties: {},
        scopeRenewedOn: life.scopeChangedOn === null ? life.scopeRenewedOn : onDate,
        scopeChangedOn: null,
      };
    case 'scope-changed':
      return { ...life, scopeChangedOn: life.scopeChangedOn ?? onDate };
    case 'close':
      return { ...life, closed: { onDate, reason: reason ?? null } };
  }
}

function startsLife(kind: QualityFact['kind']): boolean {
  return kind === 'build' || kind === 'apply' || kind === 'declare' || kind === 'redeclare';
}

/** Whether a fact took place between the day on which the system came into use and another day. */
export function happenedSinceUse(
  history: readonly QualityFact[],
  kind: QualityFact['kind'],
  on: PlainDate,
): boolean {
  const { appliedOn } = qualityLife(history, on);
  return (
    appliedOn !== null &&
    history.some((fact) => fact.kind === kind && fact.onDate >= appliedOn && fact.onDate <= on)
  );
}
