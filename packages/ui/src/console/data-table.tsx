import { Fragment, type KeyboardEvent, type ReactNode, useRef } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Figures stand at the right. */
  readonly align?: 'end';
  readonly width?: string;
  readonly cell: (row: Row) => ReactNode;
}

export interface RowGroup {
  readonly key: string;
  readonly title: ReactNode;
  readonly meta?: ReactNode;
}

interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Rows come sorted by group; a head is set where the key changes. */
  readonly groupOf?: (row: Row) => RowGroup;
  /** Key of the row whose panel is open. */
  readonly chosen?: string | null;
  readonly onChoose?: (key: string) => void;
  /** Enter or a double click, where the panel is not the last word. */
  readonly onOpen?: (key: string) => void;
  readonly empty?: ReactNode;
  /** Choosing leads to another page, so that walking through the rows moves only the focus. */
  readonly choosingLeaves?: boolean;
}

/**
 * Dense rows of 40 px that grow when a name is long. Where rows can be chosen, the first cell is the row's button:
 * Tab reaches the chosen row, arrows, Home and End walk, Enter opens.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, groupOf, chosen, onChoose, onOpen, empty, choosingLeaves } = props;
  const body = useRef<HTMLTableSectionElement>(null);

  const walk = (event: KeyboardEvent) => {
    const buttons = [...(body.current?.querySelectorAll<HTMLButtonElement>('.kc-row-button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    const next = to === undefined ? undefined : buttons[to];
    if (at === -1 || to === undefined) return;
    event.preventDefault();
    next?.focus();
    if (!choosingLeaves) next?.click();
  };

  if (rows.length === 0 && empty) return <>{empty}</>;
  const reachable = rows.some((row) => rowKey(row) === chosen) ? chosen : rows[0] && rowKey(rows[0]);
  let group: string | undefined;
  return (
    <table className={onChoose ? 'kc-table kc-table--choosable' : 'kc-table'} aria-label={label}>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} {...(width && { style: { width } })} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, title, align }) => (
            <th key={key} scope="col" className={align && 'kc-end'}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onChoose && walk}>
        {rows.map((row) => {
          const key = rowKey(row);
          const head = groupOf?.(row);
          const opens = head !== undefined && head.key !== group;
          group = head?.key;
          return (
            <Fragment key={key}>
              {opens && (
                <tr className="kc-table-group">
                  <th scope="rowgroup" colSpan={columns.length}>
                    <b>{head.title}</b> {head.meta}
                  </th>
                </tr>
              )}
              <tr
                aria-current={key === chosen || undefined}
                onClick={onChoose && (() => onChoose(key))}
                onDoubleClick={onOpen && (() => onOpen(key))}
              >
                {columns.map((column, index) => (
                  <td key={column.key} className={column.align && 'kc-end'} data-title={column.title}>
                    {index === 0 && onChoose ? (
                      <button
                        type="button"
                        className="kc-row-button"
                        tabIndex={key === reachable ? 0 : -1}
                        onKeyDown={(event) => event.key === 'Enter' && onOpen?.(key)}
                      >
                        {column.cell(row)}
                      </button>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
