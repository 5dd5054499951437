import { expect, it } from 'vitest';
import { type ActionRow, shownActions } from './action-rows.ts';

function row(code: string, change: Partial<ActionRow> = {}): ActionRow {
  return {
    actionId: code,
    code,
    title: 'Niêm yết thiếu 14 trên 107 thủ tục hành chính',
    unit: { id: 'co-le', name: 'Xã Cổ Lễ' },
    itemCode: 'M01',
    severity: 'rectification',
    status: 'awaiting-answer',
    issuedOn: '2026-11-16',
    dueOn: '2026-12-01',
    conclusionNumber: '131/TB-SNV',
    answeredAt: null,
    acceptedAt: null,
    draftSavedAt: null,
    deadline: { kind: 'later', workingDays: 5 },
    judgement: null,
    ...change,
  };
}

const rows = [
  row('accepted', { status: 'accepted', deadline: null }),
  row('answered', {
    status: 'answered',
    deadline: null,
    judgement: { kind: 'soon', workingDays: 2, dueOn: '2026-11-25' },
  }),
  row('later', { dueOn: '2026-12-17' }),
  row('sooner'),
  row('overdue', {
    deadline: { kind: 'overdue', workingDays: 3 },
    unit: { id: 'ninh-giang', name: 'Xã Ninh Giang' },
  }),
];
const codes = (values: Record<string, string>) => shownActions(rows, values).map(({ code }) => code);

it('puts what is late first and what is done last, the nearest deadline first', () => {
  expect(codes({})).toEqual(['overdue', 'sooner', 'later', 'answered', 'accepted']);
});

it('shows the office first what waits for it', () => {
  const order = shownActions(rows, {}, 'answered').map(({ code }) => code);
  expect(order).toEqual(['overdue', 'answered', 'sooner', 'later', 'accepted']);
});

it('keeps what fits all filters of the address', () => {
  expect(codes({ state: 'awaiting-answer', unit: 'co-le' })).toEqual(['sooner', 'later']);
  expect(codes({ due: 'overdue' })).toEqual(['overdue']);
  expect(codes({ due: 'soon' })).toEqual(['answered']);
  expect(codes({ severity: 'review' })).toEqual([]);
});

it('searches without marks, in unit, title, code and conclusion', () => {
  expect(codes({ q: 'ninh giang' })).toEqual(['overdue']);
  expect(codes({ q: 'NIEM YET' })).toHaveLength(5);
  expect(codes({ q: '131/tb' })).toHaveLength(5);
});
