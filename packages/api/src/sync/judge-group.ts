import { dailyUse } from '@kycuong/db/schema/usage.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { QuarantineReason } from '@kycuong/domain/sync/quarantine.ts';
import { dailyQuotas, megabyte } from '@kycuong/domain/usage/quota.ts';
import { mustBeAsked } from '../access/session-times.ts';
import { isDayFull } from '../database-error.ts';
import { Entered } from '../transaction.ts';
import type { Ground } from '../work.ts';
import { type Desk, emptyDesk } from './desk.ts';
import type { FieldItem } from './field-item.ts';
import { type Ask, enterAsSystem, fieldTransaction, plannedForGrown } from './field-transaction.ts';
import { type Judging, judgeOne, quarantine } from './judge-batch.ts';
import { askedOf, type DeskRead, loadDesk, type StoredRow } from './load-desk.ts';
import { beyondRoom, mostWaiting } from './room-with-leader.ts';

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
  /** Nothing of it is judged: all is kept for the leader, for this reason. */
  readonly keep?: QuarantineReason;
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

/** The answer to one command: a stored receipt, or a refusal that is told and not stored. */
export type Answer = { readonly text: string } | { readonly failure: DomainError };

async function loadStored(ask: Ask, items: readonly FieldItem[]): Promise<readonly StoredRow[]> {
  return ask<StoredRow>(
    'select id, author_id, content_hash, receipt from command_receipt where id = any($1::uuid[])',
    [items.map(({ id }) => id)],
  );
}

/** Same author and same content: the stored receipt. The same id otherwise: refused, and nothing revealed. */
function replayOf(stored: StoredRow, item: FieldItem): Answer {
  return stored.author_id === item.author && stored.content_hash === item.contentHash
    ? { text: stored.receipt }
    : { failure: new DomainError('conflict', 'sync.id-reused') };
}

/** The stored receipt where there is one, also of what came earlier in the same batch; else the verdict, to be stored. */
function answerAll(
  rows: readonly StoredRow[],
  items: readonly FieldItem[],
  verdict: (item: FieldItem) => string,
): Answer[] {
  const stored = new Map(rows.map((row) => [row.id, row]));
  return items.map((item) => {
    const known = stored.get(item.id);
    if (known !== undefined) return replayOf(known, item);
    const receipt = verdict(item);
    stored.set(item.id, { id: item.id, author_id: item.author, content_hash: item.contentHash, receipt });
    return { text: receipt };
  });
}

interface Entering {
  readonly ask: Ask;
  readonly now: Date;
  readonly items: readonly FieldItem[];
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
function countKept(desk: Desk, { ground, author, senderId, signedBy }: Group, now: Date): void {
  if (desk.kept.size === 0) return;
  const { number, megabytes } = (ground.quotas ?? dailyQuotas).kept;
  desk.rows.add('insert', dailyUse, {
    subject: senderId ?? signedBy ?? author,
    kind: 'kept',
    day: dateInVietnam(now),
    number: desk.kept.size,
    bytes: [...desk.kept.values()].reduce((sum, bytes) => sum + bytes, 0),
    most_number: number,
    most_bytes: megabytes * megabyte,
  });
}

interface Judged {
  readonly desk: Desk;
  readonly answers: Answer[];
}

/** What cannot be judged as its author's work: kept by the system, the receipt too. */
async function keepAll(
  entering: Entering,
  { author, senderId, signedBy, keep }: Group,
  reason: QuarantineReason,
): Promise<Judged> {
  const { ask, now, items } = entering;
  await ask(enterAsSystem);
  const stored = await loadStored(ask, items);
  const known = new Set(stored.map(({ id }) => id));
  const unknown = items.filter(({ id }) => !known.has(id));
  const beyond = keep === undefined ? new Set() : await beyondRoom(ask, senderId ?? signedBy, unknown);
  const desk = emptyDesk();
  const actor = { accountId: author, name: '', unitId: null, grants: [] };
  const judging: Judging = { desk, actor, author, senderId, signedBy, now };
  const within = items.filter((item) => !beyond.has(item));
  const given = answerAll(stored, within, (item) => quarantine(judging, item, reason));
  const byItem = new Map(within.map((item, index) => [item, given[index]]));
  const full = { failure: new DomainError('conflict', 'sync.leader-has-enough', { maximum: mostWaiting }) };
  return { desk, answers: items.map((item) => byItem.get(item) ?? full) };
}

async function judge(
  entering: Entering,
  group: Group,
  forced: ReadonlyMap<string, DomainError>,
): Promise<Judged> {
  const { ask, now, items } = entering;
  const { author, senderId, signedBy } = group;
  if (group.keep !== undefined) return keepAll(entering, group, group.keep);
  const opened = await openDesk(entering, group);
  if (opened === undefined) {
    if (senderId === null && signedBy === null)
      throw new DomainError('unauthenticated', 'access.account-disabled');
    return keepAll(entering, group, 'sync.author-disabled');
  }
  const { actor, read } = opened;
  const known = new Set(read.stored.map(({ id }) => id));
  const unknown = items.filter(({ id }) => !known.has(id));
  const desk = await loadDesk(ask, unknown, author, read);
  const judging: Judging = { desk, actor, author, senderId, signedBy, now };
  const answers = answerAll(read.stored, items, (item) => judgeOne(judging, item, forced.get(item.id)));
  return { desk, answers };
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
      const { desk, answers } = await judge({ ask, now, items }, group, forced);
      kept = [...desk.kept.keys()];
      countKept(desk, group, now);
      return { result: answers, rows: desk.rows };
    });
  } catch (error) {
    throw isDayFull(error) ? new KeptDayFull(kept) : error;
  }
}
