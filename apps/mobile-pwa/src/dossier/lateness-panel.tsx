import type { DossierCheck } from '@kycuong/domain/dossier/dossier-check.ts';
import type { LatenessStatus } from '@kycuong/domain/dossier/lateness.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';
import { useMessages } from '../language.ts';
import { GoLink } from '../shell/go-link.tsx';
import { LatenessDays } from './lateness-days.tsx';

export const latenessTone = {
  early: 'done',
  'on-time': 'done',
  late: 'late',
  'in-progress': 'calm',
  'in-progress-late': 'late',
} as const satisfies Record<LatenessStatus, Tone>;

interface LatenessPanelProps {
  readonly visitId: string;
  readonly check: DossierCheck | null;
}

/** How late, why, day by day, and what else this one dossier shows. */
export function LatenessPanel({ visitId, check }: LatenessPanelProps) {
  const { t } = useMessages();
  if (check === null)
    return (
      <section className="lateness">
        <h2>{t('field:dossier.lateness')}</h2>
        <p className="kc-meta">{t('field:dossier.lateness-wait')}</p>
      </section>
    );
  const { lateness, candidates } = check;
  const { status, workingDaysLate, workingDaysStopped, dueOn } = lateness;
  return (
    <section className="lateness" aria-live="polite">
      <h2>{t('field:dossier.lateness')}</h2>
      <p className="lateness-says">
        <State tone={latenessTone[status]}>
          {t(`field:dossier.status.${status}`, { days: workingDaysLate })}
        </State>
      </p>
      {workingDaysStopped > 0 && (
        <p className="kc-meta">
          {t('field:dossier.due-moved', { days: workingDaysStopped, date: formatDate(dueOn) })}
        </p>
      )}
      {candidates.length > 0 && (
        <>
          <h3>{t('field:dossier.signs')}</h3>
          <ul className="rows">
            {candidates.map(({ itemCode, reason }) => (
              <li key={reason}>
                <GoLink to={{ name: 'walk', visitId, item: itemCode }} className="row">
                  <Icon name="flag" />
                  <span>{t(`field:dossier.candidate.${reason}`)}</span>
                  <span className="kc-meta">{itemCode}</span>
                  <Icon name="chevron-right" />
                </GoLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <details className="why-days" open={workingDaysLate > 0}>
        <summary>{t('field:dossier.why')}</summary>
        <p className="kc-meta">{t('field:dossier.why-rule')}</p>
        <LatenessDays lateness={lateness} />
      </details>
    </section>
  );
}
