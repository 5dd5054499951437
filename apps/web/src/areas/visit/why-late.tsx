import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { CountedDays } from '@kycuong/ui/console/counted-days.tsx';
import { Why } from '@kycuong/ui/console/why.tsx';
import { formatDate, formatNumber } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import type { VisitDossier } from './visit-details.ts';

/** The days behind a dossier's lateness, in the order in which one would check them. */
export function WhyLate({ row }: { readonly row: VisitDossier }) {
  const { t, language } = useMessages();
  const { dossier, check, sampledAt } = row;
  const { lateness } = check;
  const end = dossier.returnedOn ?? dateInVietnam(new Date(sampledAt));
  const holidays = lateness.days.filter(({ reason }) => reason === 'holiday');
  const late = lateness.workingDaysLate > 0;
  return (
    <Why
      explanation={{
        facts: [
          [t('visit:why-complete'), formatDate(dossier.completeOn)],
          [t('visit:why-slip'), formatDate(dossier.dueOn)],
          [t('visit:why-stopped'), formatNumber(lateness.workingDaysStopped, language)],
          [t('visit:why-due'), formatDate(lateness.dueOn)],
          [t('visit:why-end'), formatDate(end)],
          ...(holidays.length > 0
            ? [[t('visit:why-off'), holidays.map(({ date }) => formatDate(date)).join(', ')] as const]
            : []),
          ...(late
            ? [
                [
                  t('visit:apology'),
                  t(dossier.apologyIssued ? 'visit:apology-issued' : 'visit:apology-missing'),
                ] as const,
              ]
            : []),
        ],
        rule: t('visit:why-rule'),
        source: t('visit:why-source'),
        detail: {
          title: t('visit:each-day'),
          content: <CountedDays label={t('visit:each-day')} days={lateness.days} due={lateness.dueOn} />,
        },
      }}
    />
  );
}
