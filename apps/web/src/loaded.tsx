import { LoadFailed } from '@kycuong/ui/console/load-failed.tsx';
import { LoadingRows } from '@kycuong/ui/console/loading.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { failureText, refusalOf } from './refusal.ts';

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data, unknown>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** A part of a page with its own query: grey rows, what went wrong with a way on, or what was asked for. */
export function Loaded<Data>({ query, rows = 8, children }: LoadedProps<Data>) {
  const { t } = useMessages();
  if (query.data !== undefined) return children(query.data);
  if (query.isError && refusalOf(query.error)?.key === 'access.forbidden')
    return <EmptyState icon="lock" title={failureText(query.error, t)} />;
  if (query.isError)
    return (
      <LoadFailed busy={query.isFetching} onRetry={() => void query.refetch()}>
        {failureText(query.error, t)}
      </LoadFailed>
    );
  return (
    <div className="loaded-waiting">
      <LoadingRows rows={rows} />
    </div>
  );
}
