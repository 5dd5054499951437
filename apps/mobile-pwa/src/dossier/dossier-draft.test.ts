import { SampleDossier } from '@kycuong/domain/dossier/sample-dossier.ts';
import { inputIssues } from '@kycuong/domain/error/validate.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { describe, expect, it } from 'vitest';
import { draftOf, emptyDossier, judge, sampleOf, typedFigure } from './dossier-draft.ts';

const asOf = '2026-11-23';
const filled = {
  ...emptyDossier,
  code: '000.00.37.H40-261102-0012',
  procedure: 'Đăng ký biến động quyền sử dụng đất',
  receivedOn: '2026-11-02',
  completeOn: '2026-11-02',
  days: '10',
  dueOn: '2026-11-16',
  returnedOn: '2026-11-19',
};

describe('the dossier form', () => {
  it('works out the lateness as soon as the dates are there, and not before', () => {
    expect(judge(emptyDossier, [], asOf).check).toBeNull();
    expect(judge({ ...filled, dueOn: '2026-11' }, [], asOf).check).toBeNull();
    const { check, expected } = judge(filled, [], asOf);
    expect([expected, check?.lateness.workingDaysLate, check?.lateness.status]).toEqual([
      '2026-11-16',
      3,
      'late',
    ]);
  });

  it('does not choke on dates centuries apart', () => {
    expect(judge({ ...filled, returnedOn: '2199-01-01' }, [], asOf).check).toBeNull();
  });

  it('makes no other number of what is typed for the days', () => {
    expect(typedFigure('１５')).toBe('15');
    for (const typed of ['1,5', '1.5', '10 ngày', '1e2', '0x10', '-5', '1 5']) {
      expect(typedFigure(typed)).toBe(typed);
      const days = SampleDossier.safeParse(sampleOf({ ...filled, days: typed }, uuidV7(), uuidV7()));
      expect([typed, days.error && inputIssues(days.error)]).toEqual([
        typed,
        [{ field: 'processingWorkingDays', key: 'input.not-whole', details: {} }],
      ]);
    }
    expect(sampleOf({ ...filled, days: ' ' }, uuidV7(), uuidV7()).processingWorkingDays).toBeNull();
  });

  it('logs what the server takes, and shows it again as it was typed', () => {
    const stopped = [{ from: '2026-11-05', until: '', form: '02' as const }];
    const sample = sampleOf({ ...filled, stopped }, uuidV7(), uuidV7());
    expect(SampleDossier.safeParse(sample).success).toBe(true);
    expect(draftOf(sample)).toEqual({ ...filled, stopped });
  });
});
