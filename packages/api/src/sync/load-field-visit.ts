import { round, roundMember } from '@kycuong/db/schema/planning.ts';
import { changeFeed } from '@kycuong/db/schema/sync.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import type { TeamRole } from '@kycuong/domain/access/role.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { greatestLeadMs } from '@kycuong/domain/sync/clock.ts';
import type { VisitState } from '@kycuong/domain/visit/visit-state.ts';
import { and, eq, sql } from 'drizzle-orm';
import type { FieldEnvelope, Loaded } from '../command.ts';
import { coveredBy } from '../organisation/covered-by.ts';
import type { Transaction } from '../transaction.ts';
import { type Written, writtenBy } from './written.ts';

/** The visit that a field command belongs to, locked, and how the command was written. */
export interface FieldVisit {
  readonly id: string;
  readonly roundId: string;
  readonly unitId: string;
  readonly status: VisitState;
  readonly checklistVersionId: string;
  readonly author: string;
  readonly written: Written;
}

export interface FieldFacts extends Loaded {
  readonly visit: FieldVisit;
}

interface LoadWork {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly now: Date;
  readonly envelope: FieldEnvelope | undefined;
}

/**
 * Commands of one visit are applied one after another. Taken before anything is written, so that their transaction
 * ids rise in the order of application: the change feed is read in that order.
 */
async function lockVisit(tx: Transaction, visitId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${visitId}, 1))`);
}

async function findVisit(tx: Transaction, visitId: string) {
  const [row] = await tx
    .select({
      id: visit.id,
      roundId: visit.roundId,
      unitId: visit.unitId,
      status: visit.status,
      checklistVersionId: round.checklistVersionId,
      roundStatus: round.status,
    })
    .from(visit)
    .innerJoin(round, eq(round.id, visit.roundId))
    .where(eq(visit.id, visitId));
  return row;
}

/** The fence hides the visit from a removed member, but not the entry by which it was once granted. */
async function onceGranted(tx: Transaction, visitId: string, accountId: string): Promise<boolean> {
  const rows = await tx
    .select({ seq: changeFeed.seq })
    .from(changeFeed)
    .where(and(eq(changeFeed.accountId, accountId), eq(changeFeed.visitId, visitId)))
    .limit(1);
  return rows.length > 0;
}

/** The author's place in the team as it was when the command was written. */
async function teamRoleThen(
  tx: Transaction,
  { roundId, author, written }: { roundId: string; author: string; written: Written },
): Promise<TeamRole | undefined> {
  const [row] = await tx
    .select()
    .from(roundMember)
    .where(and(eq(roundMember.roundId, roundId), eq(roundMember.accountId, author)));
  if (row === undefined) return undefined;
  if (row.removedAt !== null) throw new DomainError('forbidden', 'sync.author-removed');
  // Clocks of devices are a little off; a packet cannot have been pulled before the assignment anyway.
  if (row.assignedAt.getTime() > written.trueAt.getTime() + greatestLeadMs)
    throw new DomainError('forbidden', 'sync.not-assigned-then');
  return row.role;
}

/**
 * Locks and reads the visit for a field command, with the author's role in its team.
 * @throws DomainError `not-found`; `forbidden` with `sync.author-removed` or `sync.not-assigned-then`; `conflict` when
 * the round is not under way; `invalid` when the envelope names another visit.
 */
export async function loadFieldVisit(work: LoadWork, visitId: string): Promise<FieldFacts> {
  const { tx, actor, now, envelope } = work;
  const author = actor.accountId;
  if (author === null) throw new DomainError('forbidden', 'access.forbidden');
  if (envelope !== undefined && envelope.visitId !== visitId)
    throw new DomainError('invalid', 'sync.wrong-visit', { field: 'visitId' });
  await lockVisit(tx, visitId);
  const row = await findVisit(tx, visitId);
  if (row === undefined) {
    if (await onceGranted(tx, visitId, author)) throw new DomainError('forbidden', 'sync.author-removed');
    throw new DomainError('not-found', 'record.not-found', { field: 'visitId' });
  }
  const { roundStatus, ...facts } = row;
  const written = await writtenBy(tx, { envelope, visitId, author, now });
  const teamRole = await teamRoleThen(tx, { roundId: row.roundId, author, written });
  if (teamRole === undefined) throw new DomainError('forbidden', 'access.forbidden');
  if (roundStatus === 'draft') throw new DomainError('conflict', 'visit.round-not-issued');
  if (roundStatus === 'concluded') throw new DomainError('conflict', 'visit.round-concluded');
  return {
    resource: { coveredBy: await coveredBy(tx, row.unitId), teamRole },
    subject: { kind: 'visit', id: row.id, unitId: row.unitId },
    visit: { ...facts, author, written },
  };
}
