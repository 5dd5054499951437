import { isErrorKey } from '@kycuong/domain/error/catalogue.ts';
import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import { type Column, DataTable } from '@kycuong/ui/console/data-table.tsx';
import { formatInstant, formatNumber } from '@kycuong/ui/format.ts';
import { type MessageKey, useMessages } from '@kycuong/ui/i18n.ts';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';
import { Link } from '@tanstack/react-router';

type Row = HandedIn['commands'][number];

const tones = {
  applied: 'done',
  conflict: 'soon',
  refused: 'late',
  quarantined: 'soon',
  'not-taken': 'late',
  failed: 'late',
} as const satisfies Record<Row['status'], Tone>;

const actions: Readonly<Record<string, MessageKey>> = {
  'visit.check-in': 'trail:action.visit.check-in',
  'visit.take-back-check-in': 'trail:action.visit.take-back-check-in',
  'visit.assign-sections': 'trail:action.visit.assign-sections',
  'visit.hand-over': 'trail:action.visit.hand-over',
  'visit.submit': 'trail:action.visit.submit',
  'visit.close': 'trail:action.visit.close',
  'answer.set': 'trail:action.answer.set',
  'answer.settle': 'trail:action.answer.settle',
  'dossier.sample': 'trail:action.dossier.sample',
  'finding.raise': 'trail:action.finding.raise',
  'finding.amend': 'trail:action.finding.amend',
  'evidence.attach': 'trail:action.evidence.attach',
};

/** What became of each record and photo of a parcel. */
export function ParcelResults({ answer }: { readonly answer: HandedIn }) {
  const { t, language } = useMessages();
  const { commands, photos, proven } = answer;
  const statuses = ['applied', 'conflict', 'quarantined', 'refused', 'not-taken', 'failed'] as const;
  const visitIds = [...new Set(commands.flatMap(({ visitId }) => visitId ?? []))];
  const columns: readonly Column<Row>[] = [
    {
      key: 'what',
      title: t('parcel:what'),
      cell: ({ action }) => {
        const key = actions[action];
        return key === undefined ? action : t(key);
      },
    },
    {
      key: 'written',
      title: t('parcel:written'),
      width: '150px',
      cell: ({ writtenAt }) => (writtenAt === null ? '' : formatInstant(writtenAt)),
    },
    {
      key: 'result',
      title: t('parcel:result'),
      cell: ({ status, before, reason }) => (
        <>
          <State tone={tones[status]}>{t(`parcel:status-${status}`)}</State>
          {before && <span className="kc-meta"> · {t('parcel:before')}</span>}
          {reason && isErrorKey(reason.key) && (
            <span className="kc-meta parcel-reason">{t(`errors:${reason.key}`, { ...reason.details })}</span>
          )}
        </>
      ),
    },
  ];
  const photoReasons = new Map(photos.flatMap(({ reason }) => (reason ? [[reason.key, reason]] : [])));
  const photoKinds = ['received', 'here', 'awaited'] as const;
  return (
    <div className="import-report">
      {!proven && (
        <Notice tone="soon" title={t('parcel:not-proven')}>
          {t('parcel:not-proven-text')}
        </Notice>
      )}
      <dl className="import-figures">
        {statuses.map((status) => {
          const figure = commands.filter((one) => one.status === status).length;
          return (
            <div key={status} data-none={figure === 0 || undefined}>
              <dt>{t(`parcel:status-${status}`)}</dt>
              <dd>{formatNumber(figure, language)}</dd>
            </div>
          );
        })}
      </dl>
      {photos.length > 0 && (
        <p>
          {t('parcel:photos')}:{' '}
          {photoKinds
            .map((kind) => [kind, photos.filter(({ status }) => status === kind).length] as const)
            .filter(([, count]) => count > 0)
            .map(([kind, count]) => t(`parcel:photos-${kind}`, { count }))
            .join(', ')}
          {[...photoReasons.values()].map(
            ({ key, details }) =>
              isErrorKey(key) && (
                <span key={key} className="kc-meta parcel-reason">
                  {t(`errors:${key}`, { ...details })}
                </span>
              ),
          )}
        </p>
      )}
      <section className="import-lines">
        <h2>{t('parcel:results')}</h2>
        <DataTable label={t('parcel:results')} rows={commands} rowKey={({ id }) => id} columns={columns} />
      </section>
      {visitIds.map((visitId) => (
        <Link key={visitId} to="/visits/$visitId" params={{ visitId }}>
          {t('parcel:to-visit')}
        </Link>
      ))}
    </div>
  );
}
