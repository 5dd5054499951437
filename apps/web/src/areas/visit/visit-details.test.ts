import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import type { Conformity } from '@kycuong/domain/checklist/conformity.ts';
import { expect, it } from 'vitest';
import { type AnswerFilter, answeredItems, fits } from './visit-details.ts';

const text = { vi: 'Niêm yết', en: 'Posting' };
const item = (code: string): ChecklistItem => ({
  code,
  title: text,
  guidance: null,
  severity: 'reminder',
  legalBasisIds: [],
  count: null,
});
const answer = (itemCode: string, conformity: Conformity | null) => ({
  itemCode,
  conformity,
  count: null,
  note: 'Ghi chú',
  writtenByName: null,
  writtenAt: null,
});
const items = answeredItems(
  {
    sections: [
      { code: 'D', title: text, items: [item('D01'), item('D02')] },
      { code: 'M', title: text, items: [item('M01'), item('M02'), item('M03')] },
    ],
  },
  [answer('M01', 'partial'), answer('D01', 'conform'), answer('M02', 'nonconform'), answer('M03', null)],
);
const codes = (filter: AnswerFilter) => items.filter((one) => fits(one, filter)).map((one) => one.item.code);

it('keeps the order of the checklist, answered or not', () => {
  expect(codes('all')).toEqual(['D01', 'D02', 'M01', 'M02', 'M03']);
});
it('finds what does not, or not wholly, conform', () => {
  expect(codes('faults')).toEqual(['M01', 'M02']);
});
it('counts a line with nothing but a note as not answered', () => {
  expect(codes('unanswered')).toEqual(['D02', 'M03']);
});
