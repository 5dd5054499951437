import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { uuidV7 } from '../sync/uuid-v7.ts';
import { RecordInternalAudit } from './record-internal-audit.ts';
import { RecordManagementReview } from './record-management-review.ts';

const audit = {
  auditId: uuidV7(0),
  systemId: uuidV7(1),
  auditedOn: '2026-10-15',
  scope: 'Toàn bộ hoạt động giải quyết thủ tục hành chính',
  auditors: [{ name: 'Vũ Hoài Thu', unitName: 'Văn phòng HĐND và UBND' }],
  impartial: true,
  findings: [
    { clause: '7.5.3', grade: 'minor', text: 'Quy trình chưa cập nhật theo quyết định công bố mới.' },
  ],
  conclusion: 'Hệ thống phù hợp, cần khắc phục một điểm.',
};
const review = {
  reviewId: uuidV7(0),
  systemId: uuidV7(1),
  heldOn: '2026-11-05',
  chairedBy: 'Đặng Hồng Nhung',
  inputs: { a: 'Đã xong', b: 'Không đổi', c: 'Đạt', d: 'Đủ', e: 'Có hiệu lực', f: 'Số hóa thêm' },
  outputs: { improvement: 'Số hóa kết quả', 'system-changes': null, resources: null },
  decisions: [{ task: 'Mua máy quét', person: 'Phạm Văn Khải', dueOn: '2026-12-31' }],
};

function problems(schema: z.ZodMiniType, value: unknown): [string, string][] {
  const issues = z.safeParse(schema, value).error?.issues ?? [];
  return issues.map((issue) => [issue.path.join('.'), issue.message]);
}

describe('RecordInternalAudit', () => {
  it('takes an audit', () => {
    expect(z.parse(RecordInternalAudit, audit)).toEqual(audit);
  });

  it.each([
    [{ impartial: false }, 'impartial', 'audit.not-impartial'],
    [{ auditors: [] }, 'auditors', 'audit.auditor-needed'],
  ])('refuses %o', (change, path, message) => {
    expect(problems(RecordInternalAudit, { ...audit, ...change })).toEqual([[path, message]]);
  });

  it.each(['3', '11', '4.', '9.2.2.1', '9.0', 'x'])('refuses clause %s', (clause) => {
    const findings = [{ ...audit.findings[0], clause }];
    expect(problems(RecordInternalAudit, { ...audit, findings })[0]?.[0]).toBe('findings.0.clause');
  });
});

describe('RecordManagementReview', () => {
  it('takes a review whose every input was looked at', () => {
    expect(z.parse(RecordManagementReview, review)).toEqual(review);
  });

  it('refuses one that left an input out', () => {
    const { d: _, ...inputs } = review.inputs;
    expect(problems(RecordManagementReview, { ...review, inputs })[0]?.[0]).toBe('inputs.d');
    expect(
      problems(RecordManagementReview, { ...review, inputs: { ...review.inputs, g: 'x' } }),
    ).toHaveLength(1);
  });

  it('may have nothing to decide', () => {
    expect(problems(RecordManagementReview, { ...review, outputs: {}, decisions: [] })).toEqual([]);
  });
});
