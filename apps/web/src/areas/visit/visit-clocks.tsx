import { severities } from '@kycuong/domain/finding/severity.ts';
import { Clock, ClockStrip } from '@kycuong/ui/console/clock.tsx';
import { sentenceCase } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { severityKeys } from '../../states/action-state.tsx';
import { answeredItems, fits, isLate, type VisitDetails } from './visit-details.ts';

/** The visit in four figures: how far, what was found, how late, and whether all of it has arrived. */
export function VisitClocks({ visit }: { readonly visit: VisitDetails }) {
  const { t } = useMessages();
  const { foundThere, dossiers, evidence } = visit;
  const items = answeredItems(visit.checklist.content, visit.answers);
  const open = items.filter((row) => fits(row, 'unanswered')).length;
  const faults = items.filter((row) => fits(row, 'faults')).length;
  const late = dossiers.filter(isLate).length;
  const received = evidence.filter(({ status }) => status === 'received').length;
  const awaited = evidence.length - received;
  const weights = severities.flatMap((severity) => {
    const count = foundThere.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${t(severityKeys[severity])}`];
  });
  return (
    <ClockStrip>
      <Clock
        label={t('visit:checklist')}
        words={t('visit:section-progress', { answered: items.length - open, count: items.length })}
        exact={t('visit:faults', { count: faults })}
      />
      <Clock
        label={t('visit:findings')}
        words={t('visit:findings-count', { count: foundThere.length })}
        exact={weights.length > 0 ? sentenceCase(weights.join(', ')) : '–'}
      />
      <Clock
        label={t('visit:dossiers')}
        tone={late > 0 ? 'late' : 'calm'}
        words={
          dossiers.length === 0
            ? t('visit:evidence-none')
            : t('visit:dossiers-late', { late, count: dossiers.length })
        }
        exact={t('visit:dossiers-rule')}
      />
      <Clock
        label={t('visit:evidence')}
        tone={awaited > 0 ? 'soon' : 'calm'}
        icon={awaited > 0 ? 'waiting' : 'cloud-done'}
        words={
          evidence.length === 0
            ? t('visit:evidence-none')
            : awaited > 0
              ? t('visit:evidence-part', { received, count: evidence.length })
              : t('visit:evidence-received', { count: received })
        }
        exact={awaited > 0 ? t('visit:evidence-on-tablet') : t('visit:evidence-intact')}
      />
    </ClockStrip>
  );
}
