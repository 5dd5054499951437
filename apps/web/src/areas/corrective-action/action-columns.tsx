import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import type { Column } from '@kycuong/ui/console/data-table.tsx';
import { deadlineTone, formatDate, formatDeadline, sentenceCase } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { State } from '@kycuong/ui/plain/state.tsx';
import { signedDays } from '../../signed-days.ts';
import type { ActionRow } from './action-rows.ts';

/** What the clock of a row says: the unit's, the office's, or that it is over. */
function RowClock({ row }: { readonly row: ActionRow }) {
  const { t, language } = useMessages();
  if (row.acceptedAt !== null)
    return (
      <State tone="done">
        {t('corrective-action:accepted-on', { date: formatDate(dateInVietnam(new Date(row.acceptedAt))) })}
      </State>
    );
  const clock = row.deadline ?? row.judgement;
  if (clock === null) return null;
  const days = signedDays(clock);
  const tone = deadlineTone(days);
  const waiting = row.judgement === null ? 'clock' : 'waiting';
  return (
    <State tone={tone} icon={tone === 'late' ? 'warning' : waiting}>
      {sentenceCase(formatDeadline(days, language))}
    </State>
  );
}

/** The unit's name is left out where all rows are of one; beside a panel, what the panel tells. */
export function useActionColumns(all: readonly ActionRow[], besidePanel: boolean): Column<ActionRow>[] {
  const { t } = useMessages();
  const several = new Set(all.map(({ unit }) => unit.id)).size > 1;
  const unit: Column<ActionRow> = {
    key: 'unit',
    title: t('corrective-action:unit'),
    cell: (row) => row.unit.name,
  };
  const told: Column<ActionRow>[] = [
    {
      key: 'severity',
      title: t('corrective-action:severity'),
      cell: (row) => sentenceCase(t(`corrective-action:severity-${row.severity}`)),
    },
    {
      key: 'code',
      title: t('corrective-action:code'),
      cell: (row) => <span className="action-code">{row.code}</span>,
    },
  ];
  return [
    {
      key: 'subject',
      title: t('corrective-action:subject'),
      cell: (row) => (
        <>
          <span className="action-subject">{row.title}</span>
          {row.draftSavedAt !== null && (
            <small className="action-drafting">{t('corrective-action:drafting')}</small>
          )}
        </>
      ),
    },
    ...(several ? [unit] : []),
    {
      key: 'due',
      title: t('corrective-action:due'),
      cell: (row) => formatDate(row.judgement?.dueOn ?? row.dueOn),
    },
    { key: 'clock', title: t('corrective-action:state'), cell: (row) => <RowClock row={row} /> },
    ...(besidePanel ? [] : told),
  ];
}
