import type { ReactNode } from 'react';
import { go, pathOf, type Route } from './route.ts';

interface GoLinkProps {
  readonly to: Route;
  readonly className?: string;
  readonly label?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** A real link, so that it can be held, read aloud and opened in another tab; a plain tap stays in the app. */
export function GoLink({ to, className, label, current = false, children }: GoLinkProps) {
  return (
    <a
      href={pathOf(to)}
      className={className}
      aria-label={label}
      aria-current={current ? 'step' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
