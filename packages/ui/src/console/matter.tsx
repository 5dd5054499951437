import type { ReactNode } from 'react';
import { Icon } from '../plain/icon.tsx';
import type { IconName } from '../plain/icon-shapes.ts';

interface MatterProps {
  /** At the left, what was found first. */
  readonly facts: ReactNode;
  /** The time line: under the facts, on a narrow page after the work. */
  readonly history?: ReactNode;
  /** The work to be done on it. */
  readonly children: ReactNode;
}

/** A matter's page below its clocks: what is known at the left, what is being written at the right. */
export function Matter({ facts, history, children }: MatterProps) {
  return (
    <div className="kc-matter">
      <div className="kc-matter-facts">{facts}</div>
      <div className="kc-matter-work">{children}</div>
      {history && <div className="kc-matter-history">{history}</div>}
    </div>
  );
}

export function MatterSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="kc-matter-section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface WorkHeadProps {
  readonly title: string;
  readonly saved?: ReactNode;
  readonly icon?: IconName;
}

/** Heading of the work with, at the right, where it stands in words: "Đã lưu lúc 09:12, chưa gửi". */
export function WorkHead({ title, saved, icon = 'done' }: WorkHeadProps) {
  return (
    <div className="kc-work-head">
      <h2>{title}</h2>
      {saved && (
        <span className="kc-saved" role="status">
          <Icon name={icon} size={16} />
          {saved}
        </span>
      )}
    </div>
  );
}
