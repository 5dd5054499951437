import { builtInLegalBases } from '@kycuong/domain/checklist/built-in/legal-bases/legal-bases.ts';
import { expect, it } from 'vitest';
import { itemBases } from './item-bases.ts';

const item = { legalBasisIds: ['luat-tiep-cong-dan-2026'] };

function cited(plannedOn: string, checkedInAt: string | null): string[] {
  const packet = { plannedOn, legalBases: builtInLegalBases };
  return itemBases({ held: { packet }, view: { checkedInAt } }, item).map(({ id }) => id);
}

it('the law of a line is that of the day on which the team came, until then of the planned one', () => {
  expect(cited('2026-06-30', null)).toEqual(['luat-tiep-cong-dan']);
  expect(cited('2026-06-30', '2026-07-01T01:00:00.000Z')).toEqual(['luat-tiep-cong-dan-2026']);
  // Half past midnight in Vietnam is the day before elsewhere.
  expect(cited('2026-06-30', '2026-06-30T17:30:00.000Z')).toEqual(['luat-tiep-cong-dan-2026']);
});
