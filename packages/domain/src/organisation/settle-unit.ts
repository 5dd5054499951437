import { addDays, type PlainDate } from '../calendar/plain-date.ts';
import type { Reason } from './import-report.ts';
import type { Unit } from './unit.ts';
import { tierOf } from './unit-tier.ts';

/** What a list says of a unit, its parent found. */
export type UnitContent = Pick<Unit, 'code' | 'codeScheme' | 'name' | 'kind' | 'level' | 'parentId'>;

export type ListDays = { readonly from: PlainDate; readonly until: PlainDate | null };

export type Settlement = {
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'waits';
  /** The interval that holds on the first day of the list, as it shall be. */
  readonly unit: Unit;
  readonly create?: Unit;
  readonly update?: Unit;
  readonly warnings: readonly Reason[];
  readonly asked?: Reason & { readonly id: string };
};

/** What is known of units beside their intervals. */
export type Register = {
  readonly newId: () => string;
  readonly isConfirmed: (id: string) => boolean;
  readonly unitOf: (id: string) => Unit | undefined;
};

/**
 * What a row means for the intervals with its code that share a day with the list, in order of time: all of one unit, for a
 * code that meanwhile belonged to two is refused. What stands and differs is corrected where the list covers it from its first
 * day on, and goes on under its new name from the list's first day where that is later. Nothing is cut, lengthened or given
 * another past in silence, and the same list again changes nothing.
 */
export function settleUnit(
  content: UnitContent,
  matches: readonly Unit[],
  days: ListDays,
  register: Register,
): Settlement | Reason {
  const [first, second] = matches;
  if (!first) return created(content, days, register);
  const fault = matches.map((match) => faultOfMatch(content, match, first)).find(Boolean);
  if (fault) return fault;
  if (second) return settleAmong(content, matches, days, register);
  if (isSame(content, first, register)) return settleSame(first, days, register);
  return settleOther(content, first, days, register);
}

function created(content: UnitContent, { from, until }: ListDays, { newId }: Register): Settlement {
  const id = newId();
  const unit = { ...content, id, identityId: id, validFrom: from, validUntil: until };
  return { outcome: 'created', unit, create: unit, warnings: [] };
}

function faultOfMatch({ code, kind }: UnitContent, match: Unit, first: Unit): Reason | undefined {
  if (match.identityId !== first.identityId) {
    return { reason: 'organisation.code-in-several-intervals', details: { code } };
  }
  if (tierOf(match.kind) !== tierOf(kind)) {
    return { reason: 'organisation.level-changes', details: { code, name: match.name } };
  }
  return undefined;
}

function isSame(content: UnitContent, unit: Unit, { unitOf }: Register): boolean {
  const identityOf = (id: string | null) => (id === null ? null : unitOf(id)?.identityId);
  return (
    content.name === unit.name &&
    content.kind === unit.kind &&
    (content.parentId === unit.parentId || identityOf(content.parentId) === identityOf(unit.parentId))
  );
}

/** Several intervals of one unit: what was recorded of its days stays. */
function settleAmong(
  content: UnitContent,
  matches: readonly Unit[],
  { from }: ListDays,
  register: Register,
): Settlement | Reason {
  const { code } = content;
  const [earliest, next] = matches;
  if (!(earliest && next)) throw new Error(`${code} has one interval alone`);
  const date = next.validFrom;
  if (!isSame(content, earliest, register)) {
    const details = { code, name: earliest.name, last: addDays(date, -1), date };
    return { reason: 'organisation.former-name-stands', details };
  }
  const unit = matches.findLast(({ validFrom }) => validFrom <= from) ?? earliest;
  const reason = { reason: 'organisation.renamed-since', details: { code, name: next.name, date } } as const;
  return { outcome: 'unchanged', unit, warnings: [reason] };
}

function settleSame(unit: Unit, { from, until }: ListDays, { isConfirmed }: Register): Settlement {
  const { code, name, validUntil } = unit;
  const earlier = begins(unit, from);
  const mayBegin = earlier !== undefined && isConfirmed(earlier.id);
  const begun = mayBegin ? { ...unit, validFrom: from } : unit;
  if (earlier && !mayBegin) return { outcome: 'unchanged', unit, warnings: [], asked: earlier };
  const settled = (after: Unit): Settlement =>
    after === unit
      ? { outcome: 'unchanged', unit, warnings: [] }
      : { outcome: 'updated', unit: after, update: after, warnings: [] };
  if (until === validUntil) return settled(begun);
  if (until !== null && (validUntil === null || until < validUntil)) {
    const id = `ends:${code}`;
    if (isConfirmed(id)) return settled({ ...begun, validUntil: until });
    const details = { code, name, date: until };
    return { ...settled(begun), asked: { id, reason: 'organisation.ends-with-list', details } };
  }
  const id = `lengthens:${code}`;
  if (isConfirmed(id)) return settled({ ...begun, validUntil: until });
  const details = { code, name, date: validUntil ?? '' };
  const asked = { id, reason: 'organisation.lengthened-by-list', details } as const;
  return { outcome: 'waits', unit, warnings: [], asked };
}

/** What is asked where a list begins before a unit that stands. */
function begins({ code, name, validFrom }: Unit, from: PlainDate): Settlement['asked'] {
  if (from >= validFrom) return undefined;
  const details = { code, name, date: validFrom, from };
  return { id: `begins:${code}`, reason: 'organisation.begins-with-list', details };
}

function settleOther(
  content: UnitContent,
  unit: Unit,
  { from, until }: ListDays,
  register: Register,
): Settlement | Reason {
  const { code, name, validFrom, validUntil } = unit;
  // A list that begins a day too early would otherwise turn the unit that has just ended into its successor.
  if (validUntil !== null && (until === null || until > validUntil)) {
    return { reason: 'organisation.overlaps-ended-unit', details: { code, name, ended: validUntil } };
  }
  if (until !== validUntil) {
    const details = { code, name, since: validFrom, until: until ?? '' };
    return { reason: 'organisation.differs-within-interval', details };
  }
  if (from <= validFrom) {
    const earlier = begins(unit, from);
    const asked = earlier && !register.isConfirmed(earlier.id) ? earlier : undefined;
    const after = { ...unit, ...content, validFrom: asked ? validFrom : from };
    const warnings = changesOf(unit, after, 'organisation.unit-corrected', register);
    return { outcome: 'updated', unit: after, update: after, warnings, ...(asked && { asked }) };
  }
  const { identityId } = unit;
  const after = { ...content, id: register.newId(), identityId, validFrom: from, validUntil };
  const warnings = changesOf(unit, after, 'organisation.unit-renamed', register);
  const before = { ...unit, validUntil: addDays(from, -1) };
  return { outcome: 'updated', unit: after, create: after, update: before, warnings };
}

function changesOf(
  before: Unit,
  after: Unit,
  named: 'organisation.unit-renamed' | 'organisation.unit-corrected',
  register: Register,
): Reason[] {
  const { code, name, validFrom: date } = after;
  const parentOf = ({ parentId }: Unit) => (parentId === null ? undefined : register.unitOf(parentId));
  const found: Reason[] = [];
  if (before.name !== name) {
    found.push({ reason: named, details: { code, before: before.name, after: name, date } });
  } else if (before.kind !== after.kind) {
    found.push({ reason: 'organisation.unit-kind-changed', details: { code, name, date } });
  }
  if (parentOf(before)?.identityId !== parentOf(after)?.identityId) {
    const details = { code, name, before: parentOf(before)?.name, after: parentOf(after)?.name, date };
    found.push({ reason: 'organisation.unit-moved', details });
  }
  return found;
}
