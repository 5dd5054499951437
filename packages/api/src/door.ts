import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import { trailEntry } from '@kycuong/db/schema/trail.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import { refusal } from '@kycuong/domain/access/permission.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { eq, sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { sayOrigin } from './access/say-origin.ts';
import type { AnyCommand, Command, FieldEnvelope, Loaded } from './command.ts';
import { contentHash } from './content-hash.ts';
import { isTakenId, translateDatabaseError } from './database-error.ts';
import { appliedText, reasonText } from './receipt-text.ts';
import { isFieldVerb } from './sync/field-verb.ts';
import { performField } from './sync/perform-field.ts';
import { enter, type Transaction } from './transaction.ts';
import { withoutSecrets } from './without-secrets.ts';
import type { Request } from './work.ts';

/** A command as it comes to the door: an id made by whoever wrote it, its payload, and the field's envelope if any. */
export interface Incoming {
  readonly id: string;
  readonly payload: unknown;
  readonly envelope?: FieldEnvelope;
}

interface Attempt<Schema extends z.ZodMiniType, Facts extends Loaded, Output> extends Request {
  readonly definition: Command<Schema, Facts, Output>;
  readonly incoming: Incoming;
  readonly contentHash: string;
}

/**
 * Same author and same content: the stored receipt. Same id otherwise: refused, nothing revealed. Secrets are no part of
 * the content, for a hash of them could be guessed: with another password the first one's receipt is told again, and the
 * first one's effect stands.
 */
function replayOf(
  row: typeof commandReceipt.$inferSelect | undefined,
  actor: Actor,
  hash: string,
): string | undefined {
  if (row === undefined) return undefined;
  if (row.authorId !== actor.accountId || row.contentHash !== hash)
    throw new DomainError('conflict', 'sync.id-reused');
  return row.receipt;
}

async function apply<Schema extends z.ZodMiniType, Facts extends Loaded, Output>(
  tx: Transaction,
  actor: Actor,
  attempt: Attempt<Schema, Facts, Output>,
): Promise<string> {
  const { definition, incoming, contentHash, ground, signedBy = null, proof = {}, enclosed } = attempt;
  const { keys = {}, secondFactor } = ground;
  const now = ground.now();
  const input = validate(definition.input, incoming.payload);
  const work = { tx, actor, input, now, keys, signedBy, envelope: incoming.envelope };
  // Sent by itself: what is loaded must not be read before the wait is over.
  if (definition.turn !== undefined)
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${definition.turn(input)}, 2))`);
  const facts = await definition.load(work);
  const reason = refusal(actor, definition.action, facts.resource);
  if (reason !== undefined) throw new DomainError('forbidden', reason);
  let status: Receipt['status'] = 'applied';
  const noteConflict = () => {
    status = 'conflict';
  };
  const result = await definition.run({
    ...work,
    facts,
    commandId: incoming.id,
    noteConflict,
    proof,
    enclosed,
    secondFactor,
  });
  const receipt = appliedText({ id: incoming.id, action: definition.action, now }, status, result);
  if (definition.isPassing?.(input) || definition.isNothing?.(result)) return receipt;
  const entry = tx.insert(trailEntry).values({
    at: now,
    actorId: actor.accountId,
    actorName: actor.name,
    action: definition.action,
    subjectKind: facts.subject.kind,
    subjectId: facts.subject.id,
    unitId: facts.subject.unitId ?? null,
    commandId: incoming.id,
    detail: definition.trail ? definition.trail(input, result) : withoutSecrets(input, definition.secrets),
  });
  const answer = tx.insert(commandReceipt).values({
    id: incoming.id,
    authorId: actor.accountId,
    action: definition.action,
    contentHash,
    status,
    receipt,
    recordedAt: now,
  });
  await Promise.all([entry, answer]);
  return receipt;
}

interface Refused extends Request {
  readonly definition: Pick<AnyCommand, 'action' | 'isPassing'>;
  readonly incoming: Incoming;
  readonly contentHash: string;
}

/** A refusal is an answer too: it is stored, and a replay gets it again; but what leaves nothing is judged again. */
async function refuse(
  tx: Transaction,
  actor: Actor,
  failure: DomainError,
  { definition, incoming, contentHash, ground }: Refused,
): Promise<string> {
  const { action, isPassing } = definition;
  const now = ground.now();
  const receipt = reasonText({ id: incoming.id, action, now }, 'refused', failure);
  if (isPassing !== undefined) return receipt;
  await tx.insert(commandReceipt).values({
    id: incoming.id,
    authorId: actor.accountId,
    action,
    contentHash,
    status: 'refused',
    receipt,
    recordedAt: now,
  });
  return receipt;
}

/** Who sends → transaction → was the id seen; only if not, `judge`. */
async function answered(
  { action, secrets }: Pick<AnyCommand, 'action' | 'secrets'>,
  { ground, caller, origin }: Request,
  incoming: Incoming,
  judge: (tx: Transaction, actor: Actor, contentHash: string) => Promise<string>,
): Promise<string> {
  const hash = contentHash(action, withoutSecrets(incoming.payload, secrets), incoming.envelope);
  return ground.database
    .transaction(async (tx) => {
      // The four travel together and run in this order: identical senders queue at the first, so that the second one
      // finds the first one's receipt, through the fence that was opened before.
      const [, , actor, [row]] = await Promise.all([
        sayOrigin(tx, origin, ground.now()),
        tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${incoming.id}, 0))`),
        enter(tx, caller, ground.now()),
        tx.select().from(commandReceipt).where(eq(commandReceipt.id, incoming.id)),
      ]);
      return replayOf(row, actor, hash) ?? (await judge(tx, actor, hash));
    })
    .catch((error: unknown) => {
      // The id of another author's command, which the fence does not show.
      throw isTakenId(error) ? new DomainError('conflict', 'sync.id-reused') : error;
    });
}

function atVisit(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && Reflect.get(payload, 'visitId') !== null;
}

/**
 * The one door for every change. In order: who sends → transaction → was the id seen → its turn → permission → state
 * and run → audit entry → receipt → commit. Returns the receipt's text; a replay returns the same bytes.
 * @throws DomainError `unauthenticated`, or `conflict` for an id used by someone else or for something else.
 */
export async function perform<Schema extends z.ZodMiniType, Facts extends Loaded, Output>(
  definition: Command<Schema, Facts, Output>,
  request: Request,
  incoming: Incoming,
): Promise<string> {
  if (isFieldVerb(definition) && (definition.elsewhere === undefined || atVisit(incoming.payload)))
    return performField(definition, request, incoming);
  return answered(definition, request, incoming, async (tx, actor, hash) => {
    const attempt = { ...request, definition, incoming, contentHash: hash };
    try {
      return await tx.transaction((savepoint) => apply(savepoint, actor, attempt));
    } catch (error) {
      return refuse(tx, actor, translateDatabaseError(error), attempt);
    }
  });
}

/** What the receipt says. */
export function openReceipt(text: string): Receipt {
  return Receipt.parse(JSON.parse(text));
}
