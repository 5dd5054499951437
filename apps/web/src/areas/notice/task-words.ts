import { addDays, dayOfWeek, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

export type MyWork = inferOutput<typeof trpc.notice.myWork>;
export type WorkItem = MyWork['items'][number];

export const taskKeys = {
  'issue-round': { what: 'notice:issue-round', act: 'notice:act-issue-round' },
  'issue-conclusion': { what: 'notice:issue-conclusion', act: 'notice:act-issue-conclusion' },
  'judge-answer': { what: 'notice:judge-answer', act: 'notice:act-judge-answer' },
  'overdue-action': { what: 'notice:overdue-action', act: 'notice:act-overdue-action' },
  'answer-action': { what: 'notice:answer-action', act: 'notice:act-answer-action' },
  'close-visit': { what: 'notice:close-visit', act: 'notice:act-close-visit' },
  'submit-report': { what: 'notice:submit-report', act: 'notice:act-submit-report' },
  'make-visit': { what: 'notice:make-visit', act: 'notice:act-make-visit' },
} as const satisfies Record<WorkItem['kind'], { what: MessageKey; act: MessageKey }>;

/** Where the act is done. */
export function taskAddress({ kind, id }: WorkItem): string {
  switch (kind) {
    case 'issue-round':
      return `/rounds/${id}`;
    case 'submit-report':
      return `/rounds/${id}/report`;
    case 'issue-conclusion':
      return `/conclusions/${id}`;
    case 'close-visit':
      return `/visits/${id}`;
    case 'make-visit':
      return '/field/';
    default:
      return `/corrective-actions/${id}`;
  }
}

export interface WorkGroup {
  readonly key: 'overdue' | 'this-week' | 'next-week' | 'later';
  readonly items: readonly WorkItem[];
}

/** Overdue, this week, next week, later; weeks end on Sunday. Empty groups are left out. */
export function groupWork(items: readonly WorkItem[], today: PlainDate): WorkGroup[] {
  const sunday = addDays(today, (7 - dayOfWeek(today)) % 7);
  const nextSunday = addDays(sunday, 7);
  const groupOf = ({ deadline, dueOn }: WorkItem): WorkGroup['key'] => {
    if (deadline.kind === 'overdue') return 'overdue';
    if (dueOn <= sunday) return 'this-week';
    return dueOn <= nextSunday ? 'next-week' : 'later';
  };
  const keys = ['overdue', 'this-week', 'next-week', 'later'] as const;
  return keys
    .map((key) => ({ key, items: items.filter((item) => groupOf(item) === key) }))
    .filter((group) => group.items.length > 0);
}
