import type { ReactNode } from 'react';
import { Icon } from '../plain/icon.tsx';

interface MatterProps {
  /** Facts and time line at the left, what was found first. */
  readonly facts: ReactNode;
  /** The work to be done on it. */
  readonly children: ReactNode;
}

/** A matter's page below its clocks: what is known at the left, what is being written at the right. */
export function Matter({ facts, children }: MatterProps) {
  return (
    <div className="kc-matter">
      <div className="kc-matter-facts">{facts}</div>
      <div className="kc-matter-work">{children}</div>
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

/** Heading of the work with, at the right, where it stands in words: "Đã lưu lúc 09:12, chưa gửi". */
export function WorkHead({ title, saved }: { readonly title: string; readonly saved?: ReactNode }) {
  return (
    <div className="kc-work-head">
      <h2>{title}</h2>
      {saved && (
        <span className="kc-saved" role="status">
          <Icon name="done" size={16} />
          {saved}
        </span>
      )}
    </div>
  );
}
