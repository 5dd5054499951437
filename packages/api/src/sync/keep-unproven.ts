import type { Actor } from '@kycuong/domain/access/actor.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { replayOf } from './answer-all.ts';
import { type Desk, emptyDesk } from './desk.ts';
import type { FieldItem } from './field-item.ts';
import { type Ask, enterAsSystem } from './field-transaction.ts';
import { type Answer, type Judging, quarantineVersion } from './judge-batch.ts';
import { loadVersions, versionText } from './kept-version.ts';
import { loadStored } from './load-desk.ts';
import { beyondRoom, mostWaiting } from './room-with-leader.ts';

export interface Entering {
  readonly ask: Ask;
  readonly now: Date;
  readonly items: readonly FieldItem[];
}

export interface Judged {
  readonly desk: Desk;
  readonly answers: Answer[];
}

/** An author with no rights: nothing is judged by them. */
export const nameless = (accountId: string): Actor => ({ accountId, name: '', unitId: null, grants: [] });

/** As the author's own sending does: either it finds what is kept here, or this finds its receipt. */
const lockVisits = `select pg_advisory_xact_lock(k) from (
  select distinct hashtextextended(v::text, 1) as k from unnest($1::uuid[]) v order by 1) locks`;

/** One content of one command. */
const versionKey = (id: string, hash: string) => `${id} ${hash}`;

/**
 * Keeps for the leader what nothing proves to be its author's. It takes no receipt: that is for the author's own, which
 * may come any time, and may say something else. What has a receipt already is told it if the content is the same.
 */
export async function keepUnproven(
  { ask, now, items }: Entering,
  { author, senderId, signedBy }: Pick<Judging, 'author' | 'senderId' | 'signedBy'>,
): Promise<Judged> {
  const ids = items.map(({ id }) => id);
  await ask(enterAsSystem);
  await ask(lockVisits, [items.flatMap(({ visitId }) => visitId ?? [])]);
  const [stored, versions] = await Promise.all([loadStored(ask, ids), loadVersions(ask, ids)]);
  const receipts = new Map(stored.map((row) => [row.id, row]));
  const known = new Map<string, Answer>(
    versions
      .filter(({ reason }) => reason === 'sync.author-unproven')
      .map((one) => [versionKey(one.command_id, one.content_hash), { text: versionText(one) }]),
  );
  const isNew = ({ id, contentHash }: FieldItem) =>
    !receipts.has(id) && !known.has(versionKey(id, contentHash));
  const beyond = await beyondRoom(ask, { senderId, signedBy }, items.filter(isNew));
  const desk = emptyDesk();
  const judging = { desk, actor: nameless(author), author, senderId, signedBy, now };
  const answers = items.map((item): Answer => {
    const receipt = receipts.get(item.id);
    if (receipt !== undefined) return replayOf(receipt, item);
    const key = versionKey(item.id, item.contentHash);
    const before = known.get(key);
    if (before !== undefined) return before;
    if (beyond.has(item))
      return { failure: new DomainError('conflict', 'sync.leader-has-enough', { maximum: mostWaiting }) };
    const answer = quarantineVersion(judging, item, 'sync.author-unproven');
    known.set(key, answer);
    return answer;
  });
  return { desk, answers };
}
