import { roles } from '@kycuong/domain/access/role.ts';
import { isPlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { unitKinds } from '@kycuong/domain/organisation/unit-kind.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { type Translate, useMessages } from '@kycuong/ui/i18n.ts';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { trpc } from '../../api.ts';
import { EndlessList } from '../../endless-list.tsx';
import './import.css';

type Change = inferOutput<typeof trpc.organisation.importChanges>['changes'][number];
type Field = Change['fields'][number];

/** Everything that an import made or changed, field by field. */
export function ImportChanges({ importId }: { readonly importId: string }) {
  const { t } = useMessages();
  const query = useInfiniteQuery(
    trpc.organisation.importChanges.infiniteQueryOptions(
      { importId },
      { getNextPageParam: ({ next }) => next ?? undefined },
    ),
  );
  return (
    <EndlessList
      query={query}
      label={t('list-import:changes-title')}
      rows={query.data?.pages.flatMap((page) => page.changes) ?? []}
      rowKey={({ what, rowId }) => `${what} ${rowId}`}
      chosen={undefined}
      panel={undefined}
      empty={<EmptyState icon="done" title={t('list-import:no-changes')} />}
      columns={[
        {
          key: 'what',
          title: t('list-import:what'),
          width: '42%',
          cell: ({ what, title, kind }) => (
            <div className="import-change">
              <span>{title}</span>
              <span className="kc-meta">
                {t(`list-import:things.${what}`)} · {t(`list-import:${kind}`)}
              </span>
            </div>
          ),
        },
        {
          key: 'fields',
          title: t('list-import:what-changed'),
          cell: (change) => (
            <ul className="import-change">
              {change.fields.map((field) => (
                <li key={field.field}>
                  <span className="kc-meta">{t(`list-import:fields.${field.field}`)}: </span>
                  {change.kind !== 'made' && (
                    <>
                      <del>{valueText(field, field.before, t)}</del>
                      {' → '}
                    </>
                  )}
                  {change.kind !== 'taken' && valueText(field, field.after, t)}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

/** A value as people read it. */
function valueText({ field }: Field, value: string | null, t: Translate): string {
  if (value === null) return t('list-import:none');
  if (field === 'identity_id') return t('list-import:yes');
  if (field === 'continues') return t(value === 'true' ? 'list-import:yes' : 'list-import:no');
  const kind = unitKinds.find((known) => field === 'kind' && known === value);
  if (kind) return t(`organisation:kinds.${kind}`);
  const role = roles.find((known) => field === 'role' && known === value);
  if (role) return t(`access:role-${role}`);
  return isPlainDate(value) ? formatDate(value) : value;
}
