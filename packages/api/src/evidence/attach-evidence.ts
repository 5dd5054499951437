import { correctiveAction } from '@kycuong/db/schema/corrective-action.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { correctiveActionTransitions } from '@kycuong/domain/corrective-action/corrective-action-state.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { nextState } from '@kycuong/domain/state/transition.ts';
import { and, eq } from 'drizzle-orm';
import type { Loaded } from '../command.ts';
import { coveredBy } from '../organisation/covered-by.ts';
import { found } from '../query.ts';
import type { Desk, DeskVisit } from '../sync/desk.ts';
import { fieldVerb } from '../sync/field-verb.ts';
import { bytesKey } from '../sync/load-desk.ts';
import type { Transaction } from '../transaction.ts';
import { requireItem } from '../visit/require-item.ts';
import { originColumns } from './when-taken.ts';

type Target = AttachEvidence['target'];
interface Ticket {
  readonly status: 'awaited' | 'received';
}

function idOf(target: Target): string {
  const id = Id.safeParse(target.id);
  if (!id.success) throw new DomainError('invalid', 'input.wrong-format', { field: 'target.id' });
  return id.data;
}

/** A visit's photos show something of the visit; a proof of a corrective action is of no visit. */
function requireMatch({ visitId, target }: AttachEvidence): void {
  if ((visitId === null) !== (target.kind === 'corrective-action'))
    throw new DomainError('invalid', 'evidence.target-mismatch', { field: 'target.kind' });
}

/** What the photo shows must be at this visit. A photo's bytes may come late, its finding may not. */
function requireTarget(desk: Desk, visit: DeskVisit, target: Target): void {
  if (target.kind === 'item') {
    requireItem(desk, visit, target.id, 'target.id');
    return;
  }
  const things = target.kind === 'finding' ? desk.findings : desk.dossiers;
  if (things.get(idOf(target))?.visitId !== visit.id)
    throw new DomainError('not-found', 'record.not-found', { field: 'target.id' });
}

const named = ({ target }: AttachEvidence, kind: Target['kind']) =>
  target.kind === kind && Id.safeParse(target.id).success ? [target.id.toLowerCase()] : [];

/** Proof that a unit's head adds to what is still to be answered. */
async function loadAction(tx: Transaction, target: Target): Promise<Loaded & { readonly unitId: string }> {
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
  };
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

/**
 * Names a photo or file before its bytes arrive: the row is the ticket on which they may be uploaded. Gives back
 * whether they are awaited, or here already.
 */
export const attachEvidence = fieldVerb({
  action: 'evidence.attach',
  input: AttachEvidence,
  needs: (input) => ({
    evidence: [{ id: input.evidenceId, sha256: input.sha256 }],
    findings: named(input, 'finding'),
    dossiers: named(input, 'dossier'),
  }),
  decide: ({ desk, visit, input, author, senderId, written, now }): Ticket => {
    const { evidenceId, target, sha256, size, mediaType, name } = input;
    requireMatch(input);
    requireTarget(desk, visit, target);
    if (desk.evidenceIds.has(evidenceId)) throw new DomainError('conflict', 'record.exists');
    const here = desk.received.has(bytesKey(input));
    desk.evidenceIds.add(evidenceId);
    const taken = written.timeOf(input.takenAt);
    desk.rows.add('insert', evidence, {
      id: evidenceId,
      sha256,
      size,
      media_type: mediaType,
      name,
      caption: input.caption ?? null,
      status: here ? 'received' : 'awaited',
      target_kind: target.kind,
      target_id: target.id,
      visit_id: visit.id,
      round_id: visit.roundId,
      unit_id: visit.unitId,
      attached_by: author,
      sender_id: senderId,
      taken_at: taken.at,
      device_at: taken.deviceAt,
      clock_unknown: taken.clockUnknown,
      ...originColumns(input, now),
      place: input.place ?? null,
      recorded_at: now,
      received_at: here ? now : null,
    });
    return { status: here ? 'received' : 'awaited' };
  },
  elsewhere: {
    turn: ({ target }) => target.id.toLowerCase(),
    load: async ({ tx, input }) => {
      requireMatch(input);
      return loadAction(tx, input.target);
    },
    run: async ({ tx, input, actor, facts, now }): Promise<Ticket> => {
      const { evidenceId: id, target, sha256, size, mediaType, name } = input;
      const here = await alreadyHere(tx, input);
      const status = here ? 'received' : 'awaited';
      const origin = originColumns(input, now);
      await tx.insert(evidence).values({
        id,
        sha256,
        size,
        mediaType,
        name,
        caption: input.caption ?? null,
        status,
        targetKind: target.kind,
        targetId: target.id,
        unitId: facts.subject.unitId ?? '',
        attachedBy: actor.accountId ?? '',
        // No clock but the server's is known here.
        takenAt: now,
        source: origin.source,
        statedAt: origin.stated_at === null ? null : new Date(origin.stated_at),
        statedBy: origin.stated_by,
        place: input.place ?? null,
        recordedAt: now,
        receivedAt: here ? now : null,
      });
      return { status };
    },
  },
});
