import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { Checklist } from '@kycuong/domain/checklist/checklist.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { AssignSections } from '@kycuong/domain/visit/assign-sections.ts';
import { stateAfterFieldWork } from '@kycuong/domain/visit/visit-state.ts';
import { eq } from 'drizzle-orm';
import { teamsOf } from '../planning/visit-rows.ts';
import { found } from '../query.ts';
import { fieldVerb } from '../sync/field-verb.ts';

/** The leader divides the sections among the team. What stands is read from the visit's history. */
export const assignSections = fieldVerb({
  action: 'visit.assign-sections',
  input: AssignSections,
  // Divided the evening before, the visit has not begun by it.
  state: (before) => {
    stateAfterFieldWork(before);
    return before;
  },
  run: async ({ tx, input, facts }) => {
    const [version] = await tx
      .select({ content: checklistVersion.content })
      .from(checklistVersion)
      .where(eq(checklistVersion.id, facts.visit.checklistVersionId));
    const { sections } = Checklist.parse(found(version).content);
    const team = await teamsOf(tx, [facts.visit.roundId]);
    for (const { code, accountId } of input.sections) {
      if (!sections.some((section) => section.code === code))
        throw new DomainError('invalid', 'visit.section-unknown', { field: 'sections', code });
      if (accountId !== null && !team.some((member) => member.accountId === accountId))
        throw new DomainError('invalid', 'visit.not-in-team', { field: 'sections' });
    }
  },
});
