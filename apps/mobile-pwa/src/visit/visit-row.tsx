import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { formatWeekdayDate } from '@kycuong/ui/format.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Progress } from '@kycuong/ui/plain/progress.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import type { Tone } from '@kycuong/ui/plain/tone.ts';
import { useMessages } from '../language.ts';
import { GoLink } from '../shell/go-link.tsx';
import type { ListedVisit } from './read-visit.ts';
import { Readiness } from './readiness.tsx';

const tones = { planned: 'calm', open: 'act', submitted: 'done', closed: 'done' } as const satisfies Record<
  ListedVisit['state'],
  Tone
>;

function stateKey({ state, unsentState }: ListedVisit) {
  if (unsentState && state === 'closed') return 'field:state.close-waiting' as const;
  if (unsentState && state === 'submitted') return 'field:state.submit-waiting' as const;
  return `field:state.${state}` as const;
}

export function VisitRow({ visit, today }: { readonly visit: ListedVisit; readonly today: PlainDate }) {
  const { t, language } = useMessages();
  const { held, state, answered: done, findings, dossiers } = visit;
  const { packet, visitId, items: all } = held;
  const open =
    state === 'planned' ? ({ name: 'overview', visitId } as const) : ({ name: 'walk', visitId } as const);
  const facts = [
    t('field:visits.progress', { done, all }),
    ...(findings > 0 ? [t('field:visits.findings', { count: findings })] : []),
    ...(dossiers > 0 ? [t('field:visits.dossiers', { count: dossiers })] : []),
  ];
  return (
    <li className="visit-row">
      <GoLink to={open} className="visit-link">
        <span className="visit-main">
          <b>{packet.unit.name}</b>
          <span className="visit-sub">
            {t(`field:field.${packet.round.field}`)}
            {packet.round.form === 'unannounced' && ` · ${t('field:visits.unannounced')}`}
            {packet.plannedOn !== today && ` · ${formatWeekdayDate(packet.plannedOn, language)}`}
          </span>
          <span className="visit-facts">
            <State tone={tones[state]}>{t(stateKey(visit))}</State>
            {state !== 'planned' && <span className="kc-figures">{facts.join(' · ')}</span>}
          </span>
          {state === 'open' && (
            <Progress label={t('field:visits.progress', { done, all })} value={done} max={all} />
          )}
        </span>
        <Icon name="chevron-right" size={24} />
      </GoLink>
      {!held.revoked && state !== 'closed' && <Readiness held={held} />}
    </li>
  );
}
