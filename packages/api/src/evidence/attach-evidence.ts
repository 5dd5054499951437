import { correctiveAction } from '@kycuong/db/schema/corrective-action.ts';
import { dossierSample } from '@kycuong/db/schema/dossier.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { correctiveActionTransitions } from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { and, eq } from 'drizzle-orm';
import { type CommandWork, command, type Loaded } from '../command.ts';
import { coveredBy } from '../organisation/covered-by.ts';
import { found } from '../query.ts';
import { type FieldFacts, type FieldVisit, loadFieldVisit } from '../sync/load-field-visit.ts';
import { recordFieldWork } from '../sync/record-field-work.ts';
import type { Transaction } from '../transaction.ts';
import { requireItem } from '../visit/require-item.ts';

interface ActionProof extends Loaded {
  readonly unitId: string;
  /** The unit's own answer: no matter of the team that was there. */
  readonly roundId: null;
}

type Facts = FieldFacts | ActionProof;

function idOf(target: AttachEvidence['target']): string {
  const id = Id.safeParse(target.id);
  if (!id.success) throw new DomainError('invalid', 'input.wrong-format', { field: 'target.id' });
  return id.data;
}

/** Proof that a unit's head adds to what is still to be answered. */
async function loadAction(tx: Transaction, target: AttachEvidence['target']): Promise<ActionProof> {
  const [row] = await tx
    .select()
    .from(correctiveAction)
    .where(eq(correctiveAction.id, idOf(target)));
  const { id, unitId, status } = found(row);
  nextState(correctiveActionTransitions, status, 'save-draft');
  return {
    resource: { coveredBy: await coveredBy(tx, unitId) },
    subject: { kind: 'corrective-action', id, unitId },
    unitId,
    roundId: null,
  };
}

/** What the photo shows must be at this visit. A photo's bytes may come late, its finding may not. */
async function requireTarget(
  tx: Transaction,
  visit: FieldVisit,
  target: AttachEvidence['target'],
): Promise<void> {
  if (target.kind === 'item') return requireItem(tx, visit, target.id, 'target.id');
  const table = target.kind === 'finding' ? finding : dossierSample;
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, idOf(target)), eq(table.visitId, visit.id)));
  if (rows.length === 0) throw new DomainError('not-found', 'record.not-found', { field: 'target.id' });
}

/** Bytes that the person may see already need not travel again. The fence decides what is seen. */
async function alreadyHere(tx: Transaction, { sha256, size, mediaType }: AttachEvidence): Promise<boolean> {
  const rows = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        eq(evidence.sha256, sha256),
        eq(evidence.size, size),
        eq(evidence.mediaType, mediaType),
        eq(evidence.status, 'received'),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

async function issueTicket(
  { tx, input, actor, now }: Pick<CommandWork<AttachEvidence, Facts>, 'tx' | 'input' | 'actor' | 'now'>,
  place: { unitId: string; roundId: string | null },
): Promise<{ status: 'awaited' | 'received' }> {
  const { evidenceId, visitId, target, sha256, size, mediaType, name } = input;
  const here = await alreadyHere(tx, input);
  const status = here ? 'received' : 'awaited';
  await tx.insert(evidence).values({
    id: evidenceId,
    sha256,
    size,
    mediaType,
    name,
    caption: input.caption ?? null,
    status,
    targetKind: target.kind,
    targetId: target.id,
    visitId,
    roundId: place.roundId,
    unitId: place.unitId,
    attachedBy: actor.accountId ?? '',
    takenAt: new Date(input.takenAt),
    place: input.place ?? null,
    recordedAt: now,
    receivedAt: here ? now : null,
  });
  return { status };
}

/**
 * Names a photo or file before its bytes arrive: the row is the ticket on which they may be uploaded. Gives back
 * whether they are awaited, or here already.
 */
export const attachEvidence = command({
  action: 'evidence.attach',
  input: AttachEvidence,
  load: async (work): Promise<Facts> => {
    const { visitId, target } = work.input;
    if ((visitId === null) !== (target.kind === 'corrective-action'))
      throw new DomainError('invalid', 'evidence.target-mismatch', { field: 'target.kind' });
    return visitId === null ? loadAction(work.tx, target) : loadFieldVisit(work, visitId);
  },
  run: async (work) => {
    const { facts } = work;
    if (!('visit' in facts)) return issueTicket(work, facts);
    return recordFieldWork({ action: 'evidence.attach' }, { ...work, facts }, async ({ tx, input }) => {
      await requireTarget(tx, facts.visit, input.target);
      return issueTicket(work, facts.visit);
    });
  },
});
