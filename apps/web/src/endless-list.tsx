import { type Column, DataTable } from '@kycuong/ui/console/data-table.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from './loaded.tsx';

interface EndlessListProps<Row> {
  readonly query: UseInfiniteQueryResult<unknown, unknown>;
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly chosen: string | undefined;
  readonly onChoose?: (key: string) => void;
  readonly choosingLeaves?: boolean;
  readonly empty: ReactNode;
  /** Details of the chosen row. */
  readonly panel: ReactNode;
}

/** What was written down in the order of time, the newest first, a page more at a press; one row's details beside it. */
export function EndlessList<Row>({ query, panel, chosen, ...table }: EndlessListProps<Row>) {
  const { t } = useMessages();
  return (
    <Loaded query={query}>
      {() => (
        <ListWithPanel panel={panel}>
          <DataTable {...table} chosen={chosen ?? null} />
          {query.hasNextPage && (
            <p className="list-foot">
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('trail:more')}
              </Button>
            </p>
          )}
        </ListWithPanel>
      )}
    </Loaded>
  );
}
