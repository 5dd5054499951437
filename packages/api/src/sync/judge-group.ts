import { dailyUse } from '@kycuong/db/schema/usage.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { dailyQuotas, megabyte } from '@kycuong/domain/usage/quota.ts';
import { mustBeAsked } from '../access/session-times.ts';
import { isDayFull } from '../database-error.ts';
import { Entered } from '../transaction.ts';
import type { Ground } from '../work.ts';
import { answerAll } from './answer-all.ts';
import { bringerOf } from './bringer-of.ts';
import { type Desk, emptyDesk } from './desk.ts';
import type { FieldItem } from './field-item.ts';
import { enterAsSystem, fieldTransaction, plannedForGrown } from './field-transaction.ts';
import { type Answer, type Judging, judgeOne, quarantine } from './judge-batch.ts';
import { type Entering, type Judged, keepUnproven, nameless } from './keep-unproven.ts';
import { layVersions, loadVersions } from './kept-version.ts';
import { askedOf, type DeskRead, loadDesk, loadStored } from './load-desk.ts';

/** Commands of one author, handed in by one person. */
export interface Group {
  readonly ground: Ground;
  readonly author: string;
  /** Null: the author. */
  readonly senderId: string | null;
  /** The registered device whose signature came with it; null: the author's own session sends. */
  readonly signedBy: string | null;
  /** The stored hash of the author's session, where that has not been looked up before. */
  readonly session?: string;
  /** Nothing says that the author wrote it: nothing of it is judged, all is kept for the leader. */
  readonly unproven?: boolean;
}

/** Thrown where the named session is not the author's, is over, or is to be prolonged. */
export class SessionToBeAsked extends Error {
  override readonly name = 'SessionToBeAsked';
}

/** Thrown where the day of whoever brings it has no room for what would be kept; nothing of the batch is written. */
export class KeptDayFull extends Error {
  override readonly name = 'KeptDayFull';
  readonly items: readonly FieldItem[];

  constructor(items: readonly FieldItem[]) {
    super('the day is full');
    this.items = items;
  }
}

interface Opened {
  readonly sessionUntil: string | null;
  readonly actor: unknown;
  readonly desk: DeskRead;
}

const openDeskSql = `select ${plannedForGrown},
  open_desk($1, $2, $3::date, $4::timestamptz, $5::uuid[], $6::uuid[], $7::json, $8::uuid[], $9::text[]) as opened`;

/** Opens the fence for the author, locks the visits and reads; undefined when the account is disabled. */
async function openDesk(
  { ask, now, items }: Entering,
  { author, session }: Group,
): Promise<{ actor: Actor; read: DeskRead } | undefined> {
  const [row] = await ask<{ opened: Opened | null }>(openDeskSql, [
    session ?? null,
    author,
    dateInVietnam(now),
    now.toISOString(),
    ...askedOf(items),
  ]);
  const opened = row?.opened ?? undefined;
  if (
    session !== undefined &&
    (opened?.sessionUntil == null || mustBeAsked(new Date(opened.sessionUntil), now))
  )
    throw new SessionToBeAsked();
  const actor = Entered.parse(opened?.actor ?? null);
  return actor === null || opened === undefined ? undefined : { actor, read: opened.desk };
}

/** Counted by the statements that write it, on whoever brings it: no one can use up the day of another. */
async function countKept(
  { ask, now }: Entering,
  { ground, author, ...hands }: Group,
  desk: Desk,
): Promise<void> {
  if (desk.kept.size === 0) return;
  const { number, megabytes } = (ground.quotas ?? dailyQuotas).kept;
  desk.rows.add('insert', dailyUse, {
    subject: (await bringerOf(ask, hands)) ?? author,
    kind: 'kept',
    day: dateInVietnam(now),
    number: desk.kept.size,
    bytes: [...desk.kept.values()].reduce((sum, bytes) => sum + bytes, 0),
    most_number: number,
    most_bytes: megabytes * megabyte,
  });
}

/** What cannot be judged, for its author is disabled: kept by the system, the receipt too. */
async function keepAll(
  { ask, now, items }: Entering,
  { author, senderId, signedBy }: Group,
): Promise<Judged> {
  const ids = items.map(({ id }) => id);
  await ask(enterAsSystem);
  const [stored, versions] = await Promise.all([loadStored(ask, ids), loadVersions(ask, ids)]);
  const desk = emptyDesk();
  layVersions(desk, versions);
  const judging: Judging = { desk, actor: nameless(author), author, senderId, signedBy, now };
  const verdict = (item: FieldItem) => quarantine(judging, item, 'sync.author-disabled');
  return { desk, answers: answerAll(judging, stored, items, verdict) };
}

async function judge(
  entering: Entering,
  group: Group,
  forced: ReadonlyMap<string, DomainError>,
): Promise<Judged> {
  const { ask, now, items } = entering;
  const { author, senderId, signedBy } = group;
  if (group.unproven === true) return keepUnproven(entering, group);
  const opened = await openDesk(entering, group);
  if (opened === undefined) {
    if (senderId === null && signedBy === null)
      throw new DomainError('unauthenticated', 'access.account-disabled');
    return keepAll(entering, group);
  }
  const { actor, read } = opened;
  const known = new Set(read.stored.map(({ id }) => id));
  const unknown = items.filter(({ id }) => !known.has(id));
  const desk = await loadDesk(ask, unknown, author, read);
  layVersions(desk, read.versions);
  const judging: Judging = { desk, actor, author, senderId, signedBy, now };
  const verdict = (item: FieldItem) => judgeOne(judging, item, forced.get(item.id));
  return { desk, answers: answerAll(judging, read.stored, items, verdict) };
}

/**
 * Judges commands of one author in one transaction, in their order: who sends → was the id seen → permission → state
 * and decision, all in memory → everything written at once → commit.
 * @param forced what the database refused before: such a command gets that as its refusal.
 * @throws DomainError `unauthenticated` when the author's own session sends and the account is disabled; KeptDayFull;
 * whatever the database throws.
 */
export async function judgeGroup(
  group: Group,
  items: readonly FieldItem[],
  forced: ReadonlyMap<string, DomainError>,
): Promise<Answer[]> {
  const now = group.ground.now();
  let kept: readonly FieldItem[] = [];
  try {
    return await fieldTransaction(group.ground.database, async (ask) => {
      const entering = { ask, now, items };
      const { desk, answers } = await judge(entering, group, forced);
      kept = [...desk.kept.keys()];
      await countKept(entering, group, desk);
      return { result: answers, rows: desk.rows };
    });
  } catch (error) {
    throw isDayFull(error) ? new KeptDayFull(kept) : error;
  }
}
