import { Timeline, type TimelineEntry } from '@kycuong/ui/console/timeline.tsx';
import { formatDate, formatInstant } from '@kycuong/ui/format.ts';
import type { MessageKey } from '@kycuong/ui/i18n.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { RoundDetails } from './round-details.ts';

function nextStep({ status, visits, conclusion }: RoundDetails): MessageKey | undefined {
  if (status === 'draft') return 'planning:step-next-issue';
  if (status === 'concluded') return undefined;
  if (conclusion !== null) return 'planning:step-next-conclude';
  return visits.every((visit) => visit.status === 'closed')
    ? 'planning:step-next-report'
    : 'planning:step-next-visits';
}

/** What happened to the round, and the step that is expected next. */
export function RoundHistory({ round }: { readonly round: RoundDetails }) {
  const { t } = useMessages();
  const { conclusion, visits } = round;
  const next = nextStep(round);
  const closed = visits
    .filter(({ closedAt }) => closedAt !== null)
    .toSorted((a, b) => (a.closedAt ?? '').localeCompare(b.closedAt ?? ''));
  const entries: TimelineEntry[] = [
    {
      id: 'drafted',
      icon: 'pencil',
      what: t('planning:step-drafted'),
      meta: `${formatInstant(round.recordedAt)} · ${round.createdByName}`,
    },
    ...(round.issuedAt
      ? [{ id: 'issued', what: t('planning:step-issued'), meta: formatInstant(round.issuedAt) }]
      : []),
    ...closed.map(({ visitId, unit, closedAt, leaderName }) => ({
      id: visitId,
      what: t('planning:step-closed', { unit: unit?.name }),
      meta: `${formatInstant(closedAt ?? '')} · ${leaderName ?? ''}`,
    })),
    ...(conclusion
      ? [
          {
            id: 'reported',
            icon: 'document' as const,
            what: t('planning:step-reported'),
            meta: formatInstant(conclusion.submittedAt),
          },
        ]
      : []),
    ...(conclusion?.issuedOn
      ? [
          {
            id: 'concluded',
            what: t('planning:step-concluded', { number: conclusion.number ?? '' }),
            meta: formatDate(conclusion.issuedOn),
          },
        ]
      : []),
    ...(next ? [{ id: 'next', what: t(next), meta: '', expected: true }] : []),
  ];
  return <Timeline entries={entries} />;
}
