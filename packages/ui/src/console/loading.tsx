import { Skeleton } from '@mantine/core';
import { useMessages } from '../i18n.ts';

/** Grey rows where the rows will be, so nothing jumps when they come. */
export function LoadingRows({ rows = 8 }: { readonly rows?: number }) {
  const { t } = useMessages();
  return (
    <div className="kc-loading" role="status" aria-label={t('parts:loading')}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={row} className="kc-loading-row">
          <Skeleton height={12} width={120} radius={2} />
          <Skeleton height={12} width={`${64 - ((row * 17) % 30)}%`} radius={2} />
        </div>
      ))}
    </div>
  );
}

/** A page whose head is not known yet either. */
export function LoadingPage() {
  return (
    <>
      <div className="kc-page-header" aria-hidden="true">
        <div className="kc-page-header-text">
          <Skeleton height={22} width={320} radius={2} my={4} />
          <Skeleton height={12} width={220} radius={2} my={4} />
        </div>
      </div>
      <div className="kc-page">
        <LoadingRows />
      </div>
    </>
  );
}
