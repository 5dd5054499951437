import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import { PushCommands, type Pushed } from '@kycuong/domain/sync/push.ts';
import { logFailure } from '../log-failure.ts';
import { reasonText } from '../receipt-text.ts';
import type { Ground, Request } from '../work.ts';
import type { FieldItem } from './field-item.ts';
import { judgeSplit, type Outcome } from './judge-split.ts';
import { rightsToCarry } from './may-carry.ts';
import { openVisits } from './open-visits.ts';
import { type PushedItem, readPushed } from './read-pushed.ts';

interface Batch {
  readonly author: string;
  readonly senderId: string | null;
  readonly signedBy: string | null;
  readonly items: FieldItem[];
}

interface Sending {
  readonly request: Request;
  readonly accountId: string;
}

/** Which of other people's commands the sender may hand in, and how sure it is who wrote them. */
async function standingOf(
  { request, accountId }: Sending,
  pushed: readonly PushedItem[],
): Promise<(one: PushedItem) => 'own' | 'carried' | 'refused'> {
  const carried = pushed.flatMap(({ item }) =>
    item === undefined || item.author === accountId
      ? []
      : [{ author: item.author, visitId: item.envelope?.visitId ?? item.author }],
  );
  const signedBy = request.signedBy ?? null;
  const own = pushed.some(({ item }) => item?.author === accountId);
  // Whoever sends work of his own is authenticated with it.
  if (carried.length === 0 && own) return ({ item }) => (item === undefined ? 'refused' : 'own');
  const now = request.ground.now();
  const rights = await rightsToCarry(request.ground.database, { accountId, signedBy, now }, carried);
  return ({ item, device }) => {
    if (item?.author === accountId) return 'own';
    if (item?.envelope === undefined || !rights.visits.has(item.envelope.visitId)) return 'refused';
    if (signedBy !== null && device === signedBy && rights.authors.has(item.author)) return 'carried';
    return 'refused';
  };
}

function batchesOf(
  { request, accountId }: Sending,
  pushed: readonly PushedItem[],
  standing: (one: PushedItem) => 'own' | 'carried' | 'refused',
): Batch[] {
  const batches = new Map<string, Batch>();
  for (const one of pushed) {
    const kind = standing(one);
    if (one.item === undefined || kind === 'refused') continue;
    const { author } = one.item;
    const batch = batches.get(author) ?? {
      author,
      ...(author === accountId
        ? { senderId: null, signedBy: null }
        : { senderId: accountId, signedBy: request.signedBy ?? null }),
      items: [],
    };
    batches.set(author, batch);
    batch.items.push(one.item);
  }
  return [...batches.values()];
}

/** What came of each, where the server got so far. */
export function pushedFrom(
  pushed: readonly PushedItem[],
  outcomeOf: (one: PushedItem, index: number) => Outcome | undefined,
  now: Date,
): Pushed {
  return {
    receipts: pushed.map((one, index) => told(one, outcomeOf(one, index), now)),
    serverTime: now.toISOString(),
  };
}

/** A refusal that is told but not stored: what is not the sender's must not take the place of the author's own. */
function told(
  { id, action, item, failure }: PushedItem,
  outcome: Outcome | undefined,
  now: Date,
): string | null {
  const unstored = (error: DomainError) => reasonText({ id, action, now }, 'refused', error);
  if (outcome === undefined)
    return unstored(
      item === undefined && failure !== undefined
        ? failure
        : new DomainError('forbidden', 'sync.author-not-sender'),
    );
  if ('text' in outcome) return outcome.text;
  if ('failure' in outcome) return unstored(outcome.failure);
  // What is put off is no failure, and anybody can bring any number of it.
  if (!(outcome.failed instanceof DomainError)) logFailure(outcome.failed, { push: id, action });
  return null;
}

/**
 * Takes commands, each judged by itself in its order: a refused one blocks nothing. What one author wrote is judged in
 * one transaction. Where the server failed on one, it and what builds on it stay unanswered.
 * @throws DomainError `unauthenticated`, `invalid` when there is no list of commands.
 */
export async function push(request: Request, input: unknown): Promise<Pushed> {
  const { commands } = validate(PushCommands, input);
  const { ground, caller } = request;
  if (caller.kind !== 'person') throw new DomainError('unauthenticated', 'access.not-signed-in');
  const sending = { request, accountId: caller.accountId };
  const pushed = commands.map(readPushed);
  const standing = await standingOf(sending, pushed);
  return judgeBatches(ground, pushed, batchesOf(sending, pushed, standing));
}

async function judgeBatches(
  ground: Ground,
  pushed: readonly PushedItem[],
  batches: readonly Batch[],
): Promise<Pushed> {
  const outcomes = new Map<FieldItem, Outcome>();
  for (const { items, ...of } of batches) {
    const answers = await judgeSplit({ ground, ...of }, items);
    for (const [index, item] of items.entries()) {
      const answer = answers[index];
      if (answer !== undefined) outcomes.set(item, answer);
    }
  }
  return pushedFrom(pushed, ({ item }) => item && outcomes.get(item), ground.now());
}

/** A device that hands in by itself, and one of those who signed in on it. */
export interface Vouched {
  readonly author: string;
  readonly device: string;
}

/**
 * Takes commands of one author on the word of a device alone: nobody is signed in. That the author is registered on it
 * and that it is not wiped is for the caller to know. A disabled author's work waits for the leader. Nothing is taken to a
 * visit at which nobody of the device works or has worked.
 */
export async function pushVouched(
  ground: Ground,
  { author, device }: Vouched,
  commands: readonly unknown[],
): Promise<Pushed> {
  const pushed = commands.map(readPushed);
  const visitIds = pushed.flatMap(({ item }) => item?.envelope?.visitId ?? []);
  const open = await openVisits(ground, { sender: undefined, signedBy: device }, author, visitIds);
  const items = pushed.flatMap(({ item }) =>
    item?.author === author && (item.envelope === undefined || open.has(item.envelope.visitId)) ? [item] : [],
  );
  return judgeBatches(ground, pushed, [{ author, senderId: null, signedBy: device, items }]);
}
