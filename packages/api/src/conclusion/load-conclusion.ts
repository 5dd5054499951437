import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import { KeptConclusionContent } from '@kycuong/domain/conclusion/conclusion-content.ts';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { loadRound } from '../planning/load-round.ts';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';

/** A conclusion with its round, and the facts on which permission over it depends. */
export async function loadConclusion(tx: Transaction, actor: Actor, conclusionId: string) {
  const row = found((await tx.select().from(conclusion).where(eq(conclusion.id, conclusionId)))[0]);
  const { round, resource } = await loadRound(tx, actor, row.roundId);
  return {
    conclusion: row,
    content: z.parse(KeptConclusionContent, row.content),
    round,
    resource,
    subject: { kind: 'conclusion', id: row.id, unitId: row.leadUnitId },
  };
}
