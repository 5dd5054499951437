import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-shapes.ts';

interface EmptyStateProps {
  readonly icon?: IconName;
  readonly title: string;
  /** Set where this is all that the page says. */
  readonly heading?: boolean;
  /** What to do next, or when something will be here. */
  readonly children?: ReactNode;
  readonly act?: ReactNode;
}

export function EmptyState({ icon = 'inbox', title, heading = false, children, act }: EmptyStateProps) {
  return (
    <div className="kc-empty">
      <Icon name={icon} size={24} />
      {heading ? <h1 className="kc-empty-title">{title}</h1> : <p className="kc-empty-title">{title}</p>}
      {children && <p className="kc-empty-text">{children}</p>}
      {act}
    </div>
  );
}
