import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { type Building, dependsOn } from '@kycuong/domain/sync/depends-on.ts';
import { dailyQuotas } from '@kycuong/domain/usage/quota.ts';
import { isTakenId, translateDatabaseError } from '../database-error.ts';
import { dayFull } from '../usage/count-use.ts';
import type { FieldItem } from './field-item.ts';
import type { Answer } from './judge-batch.ts';
import { type Group, judgeGroup, KeptDayFull, SessionToBeAsked } from './judge-group.ts';

/** Failed: the server failed on it or on what it builds on, or the day has no room to keep it; nothing is stored. */
export type Outcome = Answer | { readonly failed: unknown };

/** A batch that fails is judged in halves; so often at most, then the rest waits. Enough for a poisoned command or two. */
const mostTries = 64;

interface Failed {
  readonly item: FieldItem;
  readonly building: Building | undefined;
  readonly error: unknown;
}

interface Splitting {
  readonly group: Group;
  readonly failed: Failed[];
  tries: number;
}

function buildingOf({ id, action, payload, envelope }: FieldItem): Building | undefined {
  if (envelope === undefined) return undefined;
  const { device, visitId, seq, base } = envelope;
  return { id, action, device, visitId, seq, base, payload };
}

function noteFailed({ failed }: Splitting, item: FieldItem, error: unknown): void {
  failed.push({ item, building: buildingOf(item), error });
}

function waitsFor({ failed }: Splitting, item: FieldItem): unknown {
  const same = failed.find(({ item: other }) => other.id === item.id);
  const building = buildingOf(item);
  if (same !== undefined || building === undefined) return same?.error;
  return failed.find(({ building: earlier }) => earlier !== undefined && dependsOn(building, earlier))?.error;
}

/**
 * What the database's error means for the command; undefined where it is worth one more try: the session was lost, or
 * another sender was first with the same id, and now its receipt is there to be found, if it is the same command's.
 */
function refusalFor(error: unknown): DomainError | undefined {
  if (isTakenId(error)) return undefined;
  try {
    return translateDatabaseError(error);
  } catch {
    return undefined;
  }
}

const fullDayOf = ({ group }: Splitting) => dayFull((group.ground.quotas ?? dailyQuotas).kept);

/** Down to the single command: the database's refusal becomes its refusal, a failure of the server leaves it unanswered. */
async function judgeSingle(splitting: Splitting, item: FieldItem, error: unknown): Promise<Outcome> {
  const { group } = splitting;
  try {
    const refused = refusalFor(error);
    const forced = new Map(refused === undefined ? [] : [[item.id, refused]]);
    const [answer] = await judgeGroup(group, [item], forced);
    return answer ?? { failed: error };
  } catch (again) {
    if (isTakenId(again)) return { failure: new DomainError('conflict', 'sync.id-reused') };
    if (again instanceof SessionToBeAsked) throw again;
    if (again instanceof DomainError && again.code === 'unauthenticated') throw again;
    const failed = again instanceof KeptDayFull ? fullDayOf(splitting) : again;
    noteFailed(splitting, item, failed);
    return { failed };
  }
}

async function judgePart(splitting: Splitting, items: readonly FieldItem[]): Promise<Outcome[]> {
  const waiting = new Map(
    items.flatMap((item) => {
      const error = waitsFor(splitting, item);
      return error === undefined ? [] : [[item, error] as const];
    }),
  );
  for (const [item, error] of waiting) noteFailed(splitting, item, error);
  const ready = items.filter((item) => !waiting.has(item));
  const outcomes = await judgeReady(splitting, ready);
  const byItem = new Map(ready.map((item, index) => [item, outcomes[index]]));
  return items.map((item) => byItem.get(item) ?? { failed: waiting.get(item) });
}

async function judgeReady(splitting: Splitting, items: readonly FieldItem[]): Promise<Outcome[]> {
  if (items.length === 0) return [];
  if (splitting.tries >= mostTries)
    return items.map(() => ({ failed: new Error('too many failures in one push') }));
  splitting.tries += 1;
  try {
    return await judgeGroup(splitting.group, items, new Map());
  } catch (error) {
    if (error instanceof DomainError || error instanceof SessionToBeAsked) throw error;
    if (error instanceof KeptDayFull) return putOff(splitting, items, new Set(error.items));
    const [only] = items;
    if (items.length === 1 && only !== undefined) return [await judgeSingle(splitting, only, error)];
    const middle = items.length >> 1;
    const first = await judgePart(splitting, items.slice(0, middle));
    return [...first, ...(await judgePart(splitting, items.slice(middle)))];
  }
}

/** Neither applied nor kept, and what builds on it not judged: all of that is to come again on another day. */
function putOff(
  splitting: Splitting,
  items: readonly FieldItem[],
  refused: ReadonlySet<FieldItem>,
): Promise<Outcome[]> {
  for (const item of refused) noteFailed(splitting, item, fullDayOf(splitting));
  return judgePart(splitting, items);
}

/**
 * Judges a group in one transaction; where the database fails, in halves, down to the commands that it fails on. Only
 * these and what builds on them are left out.
 * @throws DomainError `unauthenticated`.
 */
export function judgeSplit(group: Group, items: readonly FieldItem[]): Promise<Outcome[]> {
  return judgePart({ group, failed: [], tries: 0 }, items);
}
