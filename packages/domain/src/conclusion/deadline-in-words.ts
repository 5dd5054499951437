import type { RequirementDeadline } from './requirement-deadline.ts';

const units = { 'working-day': 'ngày làm việc', day: 'ngày', month: 'tháng' } as const;

/** `10 ngày làm việc`, `02 tháng kể từ ngày ký biên bản`, as an official paper says it; nothing for a day that was named. */
export function deadlineInWords({
  unit,
  amount,
  event,
}: Pick<RequirementDeadline, 'unit' | 'amount' | 'event'>): string | null {
  if (unit === 'date') return null;
  const length = `${String(amount ?? 0).padStart(2, '0')} ${units[unit]}`;
  return event === 'minutes' ? `${length} kể từ ngày ký biên bản` : length;
}
