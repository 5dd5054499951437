import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { AssignSections } from '@kycuong/domain/visit/assign-sections.ts';
import { stateAfterFieldWork } from '@kycuong/domain/visit/visit-state.ts';
import { fieldVerb } from '../sync/field-verb.ts';

/** The leader divides the sections among the team. What stands is read from the visit's history. */
export const assignSections = fieldVerb({
  action: 'visit.assign-sections',
  input: AssignSections,
  needs: () => ({ team: true }),
  // Divided the evening before, the visit has not begun by it.
  state: (before) => {
    stateAfterFieldWork(before);
    return before;
  },
  decide: ({ desk, visit, input }): void => {
    const sections = desk.checklists.get(visit.checklistVersionId)?.sections;
    for (const { code, accountId } of input.sections) {
      if (sections?.has(code) !== true)
        throw new DomainError('invalid', 'visit.section-unknown', { field: 'sections', code });
      if (accountId !== null && desk.teams.get(visit.id)?.has(accountId) !== true)
        throw new DomainError('invalid', 'visit.not-in-team', { field: 'sections' });
    }
  },
});
