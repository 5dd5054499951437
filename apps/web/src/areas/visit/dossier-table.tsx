import { type Column, DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';
import { PhotoStrip } from '../../evidence/photo-strip.tsx';
import type { VisitDetails, VisitDossier } from './visit-details.ts';
import { WhyLate } from './why-late.tsx';

const looks = {
  early: { tone: 'done', key: 'visit:early' },
  'on-time': { tone: 'done', key: 'visit:on-time' },
  late: { tone: 'late', key: 'visit:late' },
  'in-progress': { tone: 'calm', key: 'visit:in-progress' },
  'in-progress-late': { tone: 'late', key: 'visit:in-progress-late' },
} as const satisfies Record<VisitDossier['check']['lateness']['status'], { tone: Tone; key: MessageKey }>;

interface DossierTableProps {
  readonly dossiers: readonly VisitDossier[];
  readonly evidence: VisitDetails['evidence'];
}

/** Sampled dossiers with what was written and photographed of each, their lateness in working days and, one press away, why. */
export function DossierTable({ dossiers, evidence }: DossierTableProps) {
  const { t } = useMessages();
  const columns: Column<VisitDossier>[] = [
    {
      key: 'code',
      title: t('visit:dossier-code'),
      cell: ({ dossier }) => <span className="dossier-code">{dossier.code}</span>,
    },
    {
      key: 'procedure',
      title: t('visit:procedure'),
      cell: ({ sampleId, dossier }) => {
        const photos = evidence.filter(({ target }) => target.kind === 'dossier' && target.id === sampleId);
        return (
          <div>
            {dossier.procedure}
            {dossier.note && <small className="visit-small">{dossier.note}</small>}
            {photos.length > 0 && <PhotoStrip photos={photos} />}
          </div>
        );
      },
    },
    {
      key: 'due',
      title: t('visit:due-on'),
      width: '96px',
      cell: ({ dossier }) => formatDate(dossier.dueOn),
    },
    {
      key: 'returned',
      title: t('visit:returned-on'),
      width: '96px',
      cell: ({ dossier }) => (dossier.returnedOn ? formatDate(dossier.returnedOn) : t('visit:not-returned')),
    },
    {
      key: 'lateness',
      title: t('visit:lateness'),
      width: '216px',
      cell: (row) => {
        const { status, workingDaysLate } = row.check.lateness;
        const { tone, key } = looks[status];
        return (
          <div>
            <State tone={tone}>{t(key, { count: workingDaysLate })}</State> <WhyLate row={row} />
            {row.check.candidates
              .filter(({ reason }) => reason !== 'late')
              .map(({ reason, itemCode }) => (
                <small key={reason} className="visit-small">
                  {t(`visit:sign-${reason}`)} ({itemCode})
                </small>
              ))}
          </div>
        );
      },
    },
  ];
  if (dossiers.length === 0) return <p className="visit-quiet">{t('visit:dossiers-none')}</p>;
  return (
    <DataTable
      label={t('visit:dossiers')}
      columns={columns}
      rows={dossiers}
      rowKey={({ sampleId }) => sampleId}
    />
  );
}
