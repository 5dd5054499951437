import { account } from '@kycuong/db/schema/access.ts';
import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { correctiveAction } from '@kycuong/db/schema/corrective-action.ts';
import { dossierSample } from '@kycuong/db/schema/dossier.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { fieldCommand } from '@kycuong/db/schema/sync.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { holdsOver } from '@kycuong/domain/access/actor.ts';
import { can } from '@kycuong/domain/access/permission.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { Checklist } from '@kycuong/domain/checklist/checklist.ts';
import { checkDossier } from '@kycuong/domain/dossier/dossier-check.ts';
import { SampleDossier } from '@kycuong/domain/dossier/sample-dossier.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { allows } from '@kycuong/domain/state/transition.ts';
import { visitTransitions } from '@kycuong/domain/visit/visit-state.ts';
import { asc, eq, max } from 'drizzle-orm';
import * as z from 'zod/mini';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { whenTaken } from '../evidence/when-taken.ts';
import { coveredBy } from '../organisation/covered-by.ts';
import { loadRound } from '../planning/load-round.ts';
import { teamsOf, visitRows } from '../planning/visit-rows.ts';
import { found, query } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { listAnswers } from './list-answers.ts';
import { listConflicts } from './list-conflicts.ts';
import { listEndNotes } from './list-end-notes.ts';
import { listSectionTakers } from './list-section-takers.ts';

async function dossiersOf(tx: Transaction, visitId: string, now: Date) {
  const rows = await tx
    .select()
    .from(dossierSample)
    .where(eq(dossierSample.visitId, visitId))
    .orderBy(asc(dossierSample.sampledAt));
  const calendar = await loadCalendar(tx);
  return rows.map(({ id, facts, sampledAt }) => {
    const dossier = SampleDossier.parse(facts);
    return {
      sampleId: id,
      dossier,
      sampledAt: sampledAt.toISOString(),
      // One that is still in hand is judged by the day on which it was seen.
      check: checkDossier(dossier, calendar, sampledAt > now ? dateInVietnam(now) : dateInVietnam(sampledAt)),
    };
  });
}

async function findingsOf(tx: Transaction, visitId: string) {
  const rows = await tx
    .select({
      finding,
      raisedByName: account.fullName,
      action: { actionId: correctiveAction.id, code: correctiveAction.code, status: correctiveAction.status },
    })
    .from(finding)
    .innerJoin(account, eq(account.id, finding.raisedBy))
    .leftJoin(correctiveAction, eq(correctiveAction.findingId, finding.id))
    .where(eq(finding.visitId, visitId))
    .orderBy(asc(finding.raisedAt));
  return rows.map(({ finding: row, raisedByName, action }) => ({
    findingId: row.id,
    itemCode: row.itemCode,
    title: row.title,
    description: row.description,
    severity: row.severity,
    legalBasisIds: row.legalBasisIds,
    revision: row.revision,
    raisedByName,
    raisedAt: row.raisedAt.toISOString(),
    clock: { deviceAt: row.deviceAt?.toISOString() ?? null, clockUnknown: row.clockUnknown },
    /** What the conclusion asked for because of it. */
    action,
  }));
}

/** Everything that stands at one visit, to be read: answers, dossiers with their lateness, findings, photos. */
export const getVisit = query({
  input: z.object({ visitId: Id }),
  run: async ({ tx, actor, input, now }) => {
    const [row] = await visitRows(tx, actor, now, eq(visit.id, input.visitId));
    const shown = found(row);
    const { round, resource } = await loadRound(tx, actor, shown.roundId);
    const [version] = await tx
      .select({ content: checklistVersion.content, number: checklistVersion.number })
      .from(checklistVersion)
      .where(eq(checklistVersion.id, round.checklistVersionId));
    const inside =
      resource.teamRole !== undefined ||
      (shown.unit !== null &&
        holdsOver(actor, ['programme-office', 'leadership'], await coveredBy(tx, shown.unit.id)));
    const [last] = await tx
      .select({ applied: max(fieldCommand.appliedNo) })
      .from(fieldCommand)
      .where(eq(fieldCommand.visitId, input.visitId));
    const photos = await tx
      .select()
      .from(evidence)
      .where(eq(evidence.visitId, input.visitId))
      .orderBy(asc(evidence.takenAt));
    return {
      ...shown,
      round: {
        id: round.id,
        code: round.code,
        name: round.name,
        form: round.form,
        decisionNo: round.decisionNo,
        decisionDate: round.decisionDate,
        endsOn: round.endsOn,
        status: round.status,
      },
      checklist: { number: found(version).number, content: Checklist.parse(found(version).content) },
      team: await teamsOf(tx, [round.id]),
      answers: await listAnswers(tx, input.visitId),
      ...(await listConflicts(tx, input.visitId)),
      endNotes: await listEndNotes(tx, input.visitId),
      sectionTakers: await listSectionTakers(tx, input.visitId),
      dossiers: await dossiersOf(tx, input.visitId, now),
      foundThere: await findingsOf(tx, input.visitId),
      evidence: photos.map((photo) => ({
        evidenceId: photo.id,
        target: { kind: photo.targetKind, id: photo.targetId },
        name: photo.name,
        caption: photo.caption,
        mediaType: photo.mediaType,
        size: photo.size,
        sha256: photo.sha256,
        status: photo.status,
        ...whenTaken(photo),
      })),
      /** Whether the person sees the visit's work: the team, and who oversees its unit. The unit learns of it by the conclusion. */
      inside,
      /** What closing names: how far the visit has been read. */
      version: last?.applied == null ? null : String(last.applied),
      acts: {
        settle:
          round.status === 'issued' && shown.status !== 'closed' && can(actor, 'answer.settle', resource),
        close:
          round.status === 'issued' &&
          allows(visitTransitions, shown.status, 'close') &&
          can(actor, 'visit.close', resource),
      },
    };
  },
});
