import { expect, it } from 'vitest';
import { fitsFilters, type RoundRow } from './round-rows.ts';

const row: RoundRow = {
  round: {
    roundId: '1',
    code: 'KT-2026-0001',
    name: 'Kiểm soát thủ tục hành chính',
    form: 'thematic',
    field: 'procedure-control',
    decisionNo: '1184/QĐ-SNV',
    decisionDate: '2026-11-05',
    startsOn: '2026-11-18',
    endsOn: '2026-12-08',
    status: 'issued',
    leadUnitName: 'Sở Nội vụ',
    visits: [],
  },
  visit: {
    visitId: '2',
    roundId: '1',
    status: 'planned',
    plannedOn: '2026-12-02',
    checkedInAt: null,
    submittedAt: null,
    closedAt: null,
    unit: { id: '3', name: 'Xã Cổ Lễ', parentName: 'Tỉnh Ninh Bình' },
    keptSecret: false,
    leaderName: 'Nguyễn Văn Trưởng',
    findings: null,
    overdue: false,
  },
};
const fits = (filters: Record<string, string>) => fitsFilters(row, filters, '2026-11-23');

it('finds a visit by its words without marks, and by what the chips say', () => {
  expect(fits({})).toBe(true);
  expect(fits({ q: 'co le' })).toBe(true);
  expect(fits({ q: '1184', form: 'thematic', state: 'planned', time: 'coming' })).toBe(true);
  expect(fits({ q: 'ninh giang' })).toBe(false);
  expect(fits({ time: 'month' })).toBe(false);
  expect(fits({ time: 'past' })).toBe(false);
  expect(fits({ state: 'draft' })).toBe(false);
});
