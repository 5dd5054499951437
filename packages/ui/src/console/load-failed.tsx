import type { ReactNode } from 'react';
import { useMessages } from '../i18n.ts';
import { Button } from '../plain/button.tsx';
import { EmptyState } from '../plain/empty-state.tsx';

interface LoadFailedProps {
  /** What happened and what to do, in the person's language. */
  readonly children: ReactNode;
  readonly onRetry: () => void;
  readonly busy?: boolean;
}

export function LoadFailed({ children, onRetry, busy = false }: LoadFailedProps) {
  const { t } = useMessages();
  return (
    <div role="alert">
      <EmptyState
        icon="cloud-off"
        title={t('parts:load-failed')}
        act={
          <Button icon="refresh" busy={busy} onClick={onRetry}>
            {t('parts:retry')}
          </Button>
        }
      >
        {children}
      </EmptyState>
    </div>
  );
}
