import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { formatInstant, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import type { VisitDetails } from './visit-details.ts';

/** When the team was there, and whether everything that it captured has arrived. */
export function VisitFacts({ visit }: { readonly visit: VisitDetails }) {
  const { t, language } = useMessages();
  const { evidence, checklist, checkedInAt, submittedAt, closedAt, leaderName } = visit;
  const received = evidence.filter(({ status }) => status === 'received').length;
  const dated = [
    [t('visit:checked-in'), checkedInAt],
    [t('visit:submitted-at'), submittedAt],
    [t('visit:closed-at'), closedAt],
  ] as const;
  return (
    <MatterSection title={t('visit:facts')}>
      <Facts
        items={[
          [t('visit:planned-on'), formatWeekdayDate(visit.plannedOn, language)],
          ...dated.map(([name, at]) => [name, at ? formatInstant(at) : '–'] as const),
          [t('visit:leader'), leaderName ?? '–'],
          [
            t('visit:checklist'),
            t('visit:checklist-version', {
              title: checklist.content.title[language],
              number: checklist.number,
            }),
          ],
          [t('visit:evidence'), <Arrived key="evidence" received={received} count={evidence.length} />],
        ]}
      />
    </MatterSection>
  );
}

function Arrived({ received, count }: { readonly received: number; readonly count: number }) {
  const { t } = useMessages();
  if (count === 0) return t('visit:evidence-none');
  if (received === count)
    return (
      <State tone="done" icon="cloud-done">
        {t('visit:evidence-received', { count })}
      </State>
    );
  return (
    <State tone="soon" icon="waiting">
      {t('visit:evidence-awaited', { received, count })}
    </State>
  );
}
