import { changeFeed, type quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import type { Transaction } from '../transaction.ts';

// Everything that a tablet has to learn of is announced in the transaction that changes it. Never select the inserted
// row back: the fence shows a person's entries to that person alone.

const rowsAtOnce = 1000;

async function forEach(
  tx: Transaction,
  kind: 'granted' | 'revoked',
  { roundId, accountIds, visitIds }: VisitsOfMembers,
): Promise<void> {
  const rows = accountIds.flatMap((accountId) =>
    visitIds.map((visitId) => ({ accountId, roundId, visitId, kind })),
  );
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.insert(changeFeed).values(rows.slice(from, from + rowsAtOnce));
}

interface VisitsOfMembers {
  readonly roundId: string;
  readonly accountIds: readonly string[];
  readonly visitIds: readonly string[];
}

/**
 * The visits are these people's from now on: each pull brings their packets. Issuing a round calls it with its whole
 * team and all visits, one entry per member and visit; so does assigning a member later.
 */
export function grantVisits(tx: Transaction, visits: VisitsOfMembers): Promise<void> {
  return forEach(tx, 'granted', visits);
}

/** No longer theirs, as when a member is taken off the team. Carries ids only. */
export function revokeVisits(tx: Transaction, visits: VisitsOfMembers): Promise<void> {
  return forEach(tx, 'revoked', visits);
}

/** The visit's state changed: told to the round's team. */
export async function announceVisit(
  tx: Transaction,
  { roundId, visitId }: { roundId: string; visitId: string },
): Promise<void> {
  await tx.insert(changeFeed).values({ roundId, visitId, kind: 'visit' });
}

/**
 * The leader decided on a kept command: told to its author and to whoever handed it in, and to nobody else of the team.
 * They learn of it whether or not the visit is still theirs. What nothing proved to be the author's is no word about the
 * author's own: that one is told by its receipt.
 */
export async function tellDecision(
  tx: Transaction,
  { id, commandId, reason, authorId, senderId, roundId, visitId }: typeof quarantinedCommand.$inferSelect,
): Promise<void> {
  const isAuthors = reason !== 'sync.author-unproven' || id === commandId;
  const told = new Set([isAuthors ? authorId : null, senderId].filter((one) => one !== null));
  const entry = { roundId, visitId, kind: 'decided', quarantinedId: id } as const;
  if (told.size === 0) return;
  await tx.insert(changeFeed).values([...told].map((accountId) => ({ accountId, ...entry })));
}
