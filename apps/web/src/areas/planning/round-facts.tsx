import { MatterSection } from '@kycuong/ui/console/matter.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import type { RoundDetails } from './round-details.ts';
import { TeamList } from './team-list.tsx';

/** The decision, the time, the people and the checklist of a round. */
export function RoundFacts({ round }: { readonly round: RoundDetails }) {
  const { t, language } = useMessages();
  const span = (from: string, to: string) =>
    t('planning:from-to', { from: formatDate(from), to: formatDate(to) });
  const { periodFrom, periodTo, noticedOn, shortNoticeReason, checklist } = round;
  const notice = noticedOn
    ? t('planning:notice-on', { date: formatDate(noticedOn) })
    : t('planning:notice-not-yet');
  return (
    <>
      <MatterSection title={t('visit:facts')}>
        <Facts
          items={[
            [
              t('planning:decision'),
              t('planning:decision-of', { number: round.decisionNo, date: formatDate(round.decisionDate) }),
            ],
            [t('planning:decided-by'), round.decidedBy],
            [t('planning:lead-unit'), round.leadUnitName],
            [t('planning:round-time'), span(round.startsOn, round.endsOn)],
            ...(periodFrom && periodTo ? [[t('planning:period'), span(periodFrom, periodTo)] as const] : []),
            [
              t('planning:checklist'),
              t('planning:checklist-version', {
                title: checklist.title[language],
                number: checklist.number,
                items: checklist.itemCount,
              }),
            ],
            [t('planning:notice'), round.form === 'unannounced' ? t('planning:notice-none') : notice],
            ...(shortNoticeReason ? [[t('planning:notice-reason'), shortNoticeReason] as const] : []),
          ]}
        />
      </MatterSection>
      <MatterSection title={t('planning:team')}>
        <TeamList team={round.team} />
      </MatterSection>
    </>
  );
}
