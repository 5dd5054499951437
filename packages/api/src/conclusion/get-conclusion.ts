import { account } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { holdsOver } from '@kycuong/domain/access/actor.ts';
import { can } from '@kycuong/domain/access/permission.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { PlainDate } from '@kycuong/domain/calendar/plain-date-schema.ts';
import { conclusionTransitions } from '@kycuong/domain/conclusion/conclusion-state.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { allows } from '@kycuong/domain/state/transition.ts';
import { eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { nameOn } from '../organisation/unit-sql.ts';
import { query } from '../query.ts';
import { draftVersion } from './draft-version.ts';
import { loadConclusion } from './load-conclusion.ts';
import { noticeOf } from './notice-of.ts';
import { requirementRows } from './requirement-rows.ts';

/** A conclusion. The report is for the office and the team; a unit gets what concerns it. */
export const getConclusion = query({
  input: z.object({
    conclusionId: Id,
    /** For a draft: the date from which due dates are to be shown; by default today. */
    issuedOn: z.optional(PlainDate),
  }),
  run: async ({ tx, actor, input, now }) => {
    const loaded = await loadConclusion(tx, actor, input.conclusionId);
    const { conclusion, content, round, resource } = loaded;
    const issuedOn = conclusion.issuedOn ?? input.issuedOn ?? dateInVietnam(now);
    const requirements = await requirementRows(tx, conclusion.id, content.requirements, issuedOn);
    const day = sql`${issuedOn}::date`;
    const [lead] = await tx
      .select({ name: nameOn(unit.id, day) })
      .from(unit)
      .where(eq(unit.id, conclusion.leadUnitId));
    const [author] = await tx
      .select({ fullName: account.fullName })
      .from(account)
      .where(eq(account.id, conclusion.submittedBy));
    const inside =
      resource.teamRole !== undefined ||
      holdsOver(actor, ['programme-office', 'leadership'], resource.coveredBy);
    const issue =
      allows(conclusionTransitions, conclusion.status, 'issue') && can(actor, 'conclusion.issue', resource);
    return {
      conclusionId: conclusion.id,
      status: conclusion.status,
      round: {
        id: round.id,
        code: round.code,
        name: round.name,
        form: round.form,
        decisionNo: round.decisionNo,
        decisionDate: round.decisionDate,
        decidedBy: round.decidedBy,
        endsOn: round.endsOn,
      },
      leadUnitName: lead?.name ?? '',
      submittedByName: author?.fullName ?? '',
      submittedAt: conclusion.submittedAt.toISOString(),
      number: conclusion.number,
      issuedOn: conclusion.issuedOn,
      signer: conclusion.signer,
      signerAuthority: conclusion.signerAuthority,
      signerTitle: conclusion.signerTitle,
      report: inside ? content.report : null,
      draft: content.draft,
      /** As the paper reads, in Vietnamese. */
      notice: await noticeOf(tx, loaded, requirements, now),
      requirements,
      /** Requirements to other units, which this person does not see. */
      hiddenRequirements: content.requirements.length - requirements.length,
      /** What the issue names, for who may issue. */
      version: issue ? draftVersion(content, requirements) : null,
      acts: { issue },
    };
  },
});
