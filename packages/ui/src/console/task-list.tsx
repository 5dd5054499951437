import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { ReactNode } from 'react';
import { Deadline } from './deadline.tsx';

interface TaskGroupProps {
  readonly title: string;
  /** "3 việc, đến 27/11" */
  readonly meta?: ReactNode;
  readonly children: ReactNode;
}

export function TaskGroup({ title, meta, children }: TaskGroupProps) {
  return (
    <section className="kc-task-group">
      <div className="kc-task-group-head">
        <h2>{title}</h2>
        {meta && <span>{meta}</span>}
      </div>
      <ul>{children}</ul>
    </section>
  );
}

interface TaskRowProps {
  readonly due?: PlainDate;
  readonly workingDays?: number;
  /** What stands in place of a deadline when there is none. */
  readonly when?: ReactNode;
  readonly title: ReactNode;
  /** Where it comes from, who prepared it, what happens otherwise. */
  readonly meta?: ReactNode;
  /** The one verb. */
  readonly act?: ReactNode;
  /** Only the most overdue row of the page is tinted. */
  readonly urgent?: boolean;
}

export function TaskRow({ due, workingDays, when, title, meta, act, urgent = false }: TaskRowProps) {
  return (
    <li className={urgent ? 'kc-task kc-task--urgent' : 'kc-task'}>
      <div className="kc-task-when">
        {due !== undefined && workingDays !== undefined ? (
          <Deadline due={due} workingDays={workingDays} />
        ) : (
          when
        )}
      </div>
      <div className="kc-task-what">
        <p>{title}</p>
        {meta && <small>{meta}</small>}
      </div>
      {act && <div className="kc-task-act">{act}</div>}
    </li>
  );
}
