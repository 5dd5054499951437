import { type Column, DataTable } from '@kycuong/ui/console/data-table.tsx';
import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useQuery } from '@tanstack/react-query';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { trpc } from '../../api.ts';

type Awaited = inferOutput<typeof trpc.evidence.awaited>[number];

/** The missing-evidence report: what was named at the visit and has not arrived, from whom and since when. */
export function AwaitedEvidence({ visitId }: { readonly visitId: string }) {
  const { t } = useMessages();
  const { data: rows = [] } = useQuery(trpc.evidence.awaited.queryOptions({ visitId }));
  if (rows.length === 0) return null;
  const targetOf = ({ target }: Awaited) => {
    if (target.kind === 'item') return t('visit:awaited-item', { code: target.id });
    return t(target.kind === 'finding' ? 'visit:awaited-finding' : 'visit:awaited-dossier');
  };
  const columns: Column<Awaited>[] = [
    {
      key: 'name',
      title: t('visit:awaited-name'),
      cell: ({ name, caption }) => (
        <div>
          {name}
          {caption && <small className="visit-small">{caption}</small>}
        </div>
      ),
    },
    { key: 'of', title: t('visit:awaited-of'), width: '144px', cell: targetOf },
    { key: 'from', title: t('visit:awaited-from'), width: '184px', cell: (row) => row.attachedByName },
    {
      key: 'since',
      title: t('visit:awaited-since'),
      width: '152px',
      cell: ({ namedAt }) => formatInstant(namedAt),
    },
  ];
  return (
    <MatterSection title={t('visit:awaited-evidence')}>
      <p className="visit-quiet">{t('visit:awaited-lead')}</p>
      <DataTable
        label={t('visit:awaited-evidence')}
        columns={columns}
        rows={rows}
        rowKey={({ evidenceId }) => evidenceId}
      />
    </MatterSection>
  );
}
