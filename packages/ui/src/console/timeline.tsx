import type { ReactNode } from 'react';
import { Icon } from '../plain/icon.tsx';
import type { IconName } from '../plain/icon-shapes.ts';

export interface TimelineEntry {
  readonly id: string;
  readonly icon?: IconName;
  /** What happened, proof as a link. */
  readonly what: ReactNode;
  /** When and who. */
  readonly meta: ReactNode;
  /** Not yet happened: the next step, with a dashed ring. */
  readonly expected?: boolean;
}

export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="kc-timeline">
      {entries.map(({ id, icon, what, meta, expected = false }) => (
        <li key={id} className={expected ? 'kc-timeline-expected' : undefined}>
          <Icon name={icon ?? (expected ? 'not-yet' : 'done')} size={16} />
          <div>
            {what}
            <small>{meta}</small>
          </div>
        </li>
      ))}
    </ol>
  );
}
