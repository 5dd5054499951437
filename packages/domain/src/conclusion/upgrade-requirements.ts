import { workingDaysAfterIssue } from './requirement-deadline.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A requirement of an earlier release knew its deadline in working days after the issue alone. */
function upgraded(row: unknown): unknown {
  if (!isRecord(row) || !('dueInWorkingDays' in row)) return row;
  const { dueInWorkingDays, ...rest } = row;
  return { ...rest, due: { ...workingDaysAfterIssue(1), amount: dueInWorkingDays } };
}

/** A report or a draft of one as it is kept, in the form that it has now. */
export function upgradeRequirements<Content>(content: Content): Content {
  if (!isRecord(content) || !Array.isArray(content.requirements)) return content;
  return { ...content, requirements: content.requirements.map(upgraded) };
}
