import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { LoadFailed } from '@kycuong/ui/console/load-failed.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { begunHere } from '../draft/begun-drafts.ts';
import { dropLocal } from '../draft/local-copy.ts';
import { useSignedInAgain } from '../page-owner.ts';
import { failureText, isCallFailure, refusalOf } from '../refusal.ts';
import { NotAllowed } from './not-allowed.tsx';

/** What a form of the page began with may be what the page cannot show: an earlier release's draft, a copy that was damaged. */
async function withoutDrafts(): Promise<void> {
  for (const { key, kept, discard } of begunHere()) {
    dropLocal(key);
    if (kept) await discard?.(kept).catch(() => undefined);
  }
  window.location.reload();
}

/** A page that could not be shown: a failed call says what the server said, everything else carries a reference. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const { t } = useMessages();
  const router = useRouter();
  const [reference] = useState(() => uuidV7().slice(-12));
  const failedCall = isCallFailure(error);
  useEffect(() => {
    if (!failedCall) console.error(reference, error);
  }, [failedCall, reference, error]);

  const { reset: forget } = useQueryErrorResetBoundary();
  const retry = useCallback(() => {
    // Else the failed query would throw the same failure again, unasked.
    forget();
    reset();
    void router.invalidate();
  }, [forget, reset, router]);
  useSignedInAgain(retry);
  if (refusalOf(error)?.key === 'access.forbidden') return <NotAllowed />;
  if (failedCall) {
    return (
      <div className="lone-page">
        <LoadFailed onRetry={retry}>{failureText(error, t)}</LoadFailed>
      </div>
    );
  }
  return (
    <div className="lone-page" role="alert">
      <EmptyState
        icon="warning"
        heading
        title={t('shell:broken-title')}
        act={
          <>
            <Button icon="refresh" onClick={() => window.location.reload()}>
              {t('shell:reload')}
            </Button>
            {begunHere().length > 0 && (
              <Button kind="quiet" onClick={() => void withoutDrafts()}>
                {t('shell:broken-without-drafts')}
              </Button>
            )}
          </>
        }
      >
        {t('shell:broken-text', { reference })}
      </EmptyState>
    </div>
  );
}
