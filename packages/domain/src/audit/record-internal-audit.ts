import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { requiredLine, requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** Không phù hợp nặng · không phù hợp nhẹ · lưu ý · cơ hội cải tiến. */
export const auditGrades = ['major', 'minor', 'observation', 'opportunity'] as const;
export const AuditGrade = z.enum(auditGrades);
export type AuditGrade = z.infer<typeof AuditGrade>;

/** Number of a requirement of the standard, clauses 4 to 10: `9.2`, `7.5.3`. */
export const ClauseNo = z.string().check(z.maxLength(10), z.regex(/^([4-9]|10)(\.[1-9]\d?){0,2}$/));
export type ClauseNo = z.infer<typeof ClauseNo>;

export const AuditFinding = z.object({
  clause: ClauseNo,
  grade: AuditGrade,
  text: requiredText(3000),
});
export type AuditFinding = z.infer<typeof AuditFinding>;

/**
 * An internal audit as held (ISO 9001, 9.2; ISO 19011). `impartial` is the attestation that no auditor audited their
 * own work; without it the audit cannot be recorded.
 */
export const RecordInternalAudit = z.object({
  auditId: Id,
  systemId: Id,
  auditedOn: PlainDate,
  scope: requiredText(3000),
  auditors: z
    .array(z.object({ name: requiredLine(200), unitName: requiredLine(300) }))
    .check(z.minLength(1, { error: 'audit.auditor-needed' }), z.maxLength(30)),
  impartial: z.literal(true, { error: 'audit.not-impartial' }),
  findings: z.array(AuditFinding).check(z.maxLength(200)),
  conclusion: requiredText(5000),
});
export type RecordInternalAudit = z.infer<typeof RecordInternalAudit>;
