import type { Actor } from '@kycuong/domain/access/actor.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { QuarantineReason } from '@kycuong/domain/sync/quarantine.ts';
import { mustBeAsked } from '../access/session-times.ts';
import { Entered } from '../transaction.ts';
import type { Ground } from '../work.ts';
import { emptyDesk } from './desk.ts';
import type { FieldItem } from './field-item.ts';
import {
  type Ask,
  type Ended,
  enterAsSystem,
  fieldTransaction,
  plannedForGrown,
} from './field-transaction.ts';
import { type Judging, judgeOne, quarantine } from './judge-batch.ts';
import { askedOf, type DeskRead, loadDesk, type StoredRow } from './load-desk.ts';

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

/** What cannot be judged as its author's work: kept by the system, the receipt too. */
async function keepAll(
  entering: Entering,
  { author, senderId, signedBy }: Group,
  reason: QuarantineReason,
): Promise<Ended<Answer[]>> {
  const { ask, now, items } = entering;
  await ask(enterAsSystem);
  const stored = await loadStored(ask, items);
  const desk = emptyDesk();
  const actor = { accountId: author, name: '', unitId: null, grants: [] };
  const judging: Judging = { desk, actor, author, senderId, signedBy, now };
  const answers = answerAll(stored, items, (item) => quarantine(judging, item, reason));
  return { result: answers, rows: desk.rows };
}

/**
 * Judges commands of one author in one transaction, in their order: who sends → was the id seen → permission → state
 * and decision, all in memory → everything written at once → commit.
 * @param forced what the database refused before: such a command gets that as its refusal.
 * @throws DomainError `unauthenticated` when the author's own session sends and the account is disabled; whatever the database throws.
 */
export function judgeGroup(
  group: Group,
  items: readonly FieldItem[],
  forced: ReadonlyMap<string, DomainError>,
): Promise<Answer[]> {
  const { ground, author, senderId, signedBy } = group;
  return fieldTransaction(ground.database, async (ask) => {
    const now = ground.now();
    const entering = { ask, now, items };
    if (group.keep !== undefined) return keepAll(entering, group, group.keep);
    const opened = await openDesk(entering, group);
    if (opened === undefined) {
      if (senderId === null && signedBy === null)
        throw new DomainError('unauthenticated', 'access.account-disabled');
      return keepAll(entering, group, 'sync.author-disabled');
    }
    const { actor, read } = opened;
    const known = new Set(read.stored.map(({ id }) => id));
    const desk = await loadDesk(
      ask,
      items.filter(({ id }) => !known.has(id)),
      author,
      read,
    );
    const judging: Judging = { desk, actor, author, senderId, signedBy, now };
    const answers = answerAll(read.stored, items, (item) => judgeOne(judging, item, forced.get(item.id)));
    return { result: answers, rows: desk.rows };
  });
}
