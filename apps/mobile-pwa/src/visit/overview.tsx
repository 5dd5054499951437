import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { isOnlyCheckedIn } from '@kycuong/domain/visit/visit-begun.ts';
import { formatDate, formatInstant, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { Button, buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { Progress } from '@kycuong/ui/plain/progress.tsx';
import { isAnythingTyped } from '../draft/is-anything-typed.ts';
import { LeftWordsList } from '../draft/left-words-list.tsx';
import { OpenDrafts } from '../draft/open-drafts.tsx';
import { MissingEvidence } from '../evidence/missing-evidence.tsx';
import { useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { Head } from '../shell/head.tsx';
import { useLive } from '../shell/use-live.ts';
import { useOnce } from '../shell/use-once.ts';
import { NotAccepted } from '../sync/not-accepted.tsx';
import { EndNoteField, useEndNote } from './end-note.tsx';
import { HandedOver, HandOver } from './hand-over.tsx';
import { useReadyByOpening } from './keep-offline.ts';
import { NotHere } from './not-here.tsx';
import { OverviewActs } from './overview-acts.tsx';
import { answeredOf, isAnswered, isUncounted } from './progress.ts';
import { QuarantineNotice } from './quarantine-notice.tsx';
import type { OpenVisit } from './read-visit.ts';
import { Readiness } from './readiness.tsx';
import { takerOf } from './taker-of.ts';
import { useVisit } from './use-visit.ts';
import { useWrite } from './use-write.ts';

export function Overview({ visitId }: { readonly visitId: string }) {
  const visit = useVisit(visitId);
  if (visit === undefined) return null;
  if (visit === null) return <NotHere />;
  return <OpenOverview visit={visit} />;
}

function OpenOverview({ visit }: { readonly visit: OpenVisit }) {
  const { t, language } = useMessages();
  const { held, view, state } = visit;
  const { packet, visitId } = held;
  const { round, team, checklist } = packet;
  const items = itemsOf(checklist.content);
  const unanswered = items.filter(({ code }) => !isAnswered(view, code)).length;
  const uncounted = items.filter((item) => isUncounted(view, item));
  useReadyByOpening(held);
  const note = useEndNote(visit);
  const write = useWrite();
  const { busy, once } = useOnce();
  const { store } = useField();
  const { id } = usePerson();
  const typed = useLive(`typed ${id} ${visitId}`, () => isAnythingTyped(store, id, visitId));
  const started = state !== 'planned';
  const sections = (
    <section>
      <h2>{t('field:overview.sections')}</h2>
      <ul className="rows">
        {checklist.content.sections.map((section) => {
          const done = answeredOf(view, section.items);
          const first = section.items.find(({ code }) => !isAnswered(view, code)) ?? section.items[0];
          return (
            <li key={section.code}>
              <GoLink to={{ name: 'walk', visitId, item: first?.code ?? '' }} className="row row--progress">
                <span>
                  {section.title[language]}
                  {takerOf(visit, section.code) && (
                    <span className="kc-meta row-sub">{takerOf(visit, section.code)?.fullName}</span>
                  )}
                </span>
                <Progress label={section.title[language]} value={done} max={section.items.length} />
                <span className="kc-figures count">
                  {done === section.items.length && <Icon name="done" size={16} />}
                  {done}/{section.items.length}
                </span>
              </GoLink>
            </li>
          );
        })}
        {(['dossiers', 'findings'] as const).map((name) => (
          <li key={name}>
            <GoLink to={{ name, visitId }} className="row">
              <span>{t(`field:walk.${name}`)}</span>
              <span className="kc-figures count">{view[name].size}</span>
            </GoLink>
          </li>
        ))}
        {team.length > 1 && (
          <li>
            <GoLink to={{ name: 'team', visitId }} className="row">
              <span>{t('field:walk.team')}</span>
              <Icon name="chevron-right" />
            </GoLink>
          </li>
        )}
      </ul>
    </section>
  );
  return (
    <div className="screen">
      <Head
        title={packet.unit.name}
        sub={`${t('field:overview.title')} · ${t(`field:state.${state}`)}`}
        back={started ? { name: 'walk', visitId } : { name: 'visits' }}
      />
      <main className="page overview">
        {started && <NotAccepted nameOf={visit.nameOf} visitId={visitId} />}
        <HandedOver visit={visit} />
        {visit.leads && <QuarantineNotice visitId={visitId} />}
        {visit.conflictItems.size > 0 && (
          <Notice
            tone={visit.leads ? 'soon' : 'calm'}
            icon="overlap"
            title={t('field:overview.conflicts', { count: visit.conflicts.length })}
            acts={
              <GoLink
                to={{ name: 'settle', visitId }}
                className={buttonClass({ kind: visit.leads ? 'line' : 'plain', size: 'touch' })}
              >
                {t(visit.leads ? 'field:overview.settle' : 'field:overview.see-conflicts')}
              </GoLink>
            }
          >
            {t(visit.leads ? 'field:overview.conflicts-mine' : 'field:overview.conflicts-text')}
          </Notice>
        )}
        {visit.writable && <OpenDrafts visitId={visitId} />}
        {started && sections}
        {started && uncounted.length > 0 && (
          <section>
            <h2>
              {t('field:overview.uncounted')} ({uncounted.length})
            </h2>
            <ul className="rows">
              {uncounted.map(({ code, title }) => (
                <li key={code}>
                  <GoLink to={{ name: 'walk', visitId, item: code }} className="row">
                    <span>
                      <b className="kc-figures">{code}</b> {title[language]}
                    </span>
                    <Icon name="chevron-right" />
                  </GoLink>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section>
          <h2>{t('field:overview.facts')}</h2>
          <Facts
            items={[
              [t('field:overview.round'), round.name],
              [
                t('field:overview.decision'),
                t('field:overview.decision-of', {
                  no: round.decisionNo,
                  date: formatDate(round.decisionDate),
                }),
              ],
              [t('field:overview.planned'), formatWeekdayDate(packet.plannedOn, language)],
              ...(view.checkedInAt
                ? [[t('field:overview.arrived'), formatInstant(view.checkedInAt)] as const]
                : []),
              [
                t('field:overview.team'),
                team.map(({ accountId, fullName, role }) => (
                  <span key={accountId} className="member">
                    {fullName} <span className="kc-meta">{t(`field:overview.${role}`)}</span>
                  </span>
                )),
              ],
            ]}
          />
          {visit.writable && isOnlyCheckedIn(view) && typed === false && (
            <div className="readiness">
              <span className="kc-meta">{t('field:overview.take-back-help')}</span>
              <Button
                size="touch"
                icon="undo"
                busy={busy}
                onClick={() =>
                  void once(() => write({ action: 'visit.take-back-check-in', payload: { visitId } }))
                }
              >
                {t('field:overview.take-back')}
              </Button>
            </div>
          )}
          {visit.writable && <Readiness held={held} />}
        </section>
        <EndNoteField visit={visit} note={note} />
        {started && <LeftWordsList visit={visit} />}
        {started && <HandOver visit={visit} />}
        {packet.openActions.length > 0 && (
          <section>
            <h2>{t('field:overview.open-actions')}</h2>
            <ul className="plain-rows">
              {packet.openActions.map(({ id, code, title, dueOn }) => (
                <li key={id}>
                  <b>{code}</b> {title} <span className="kc-meta kc-figures">· {formatDate(dueOn)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {packet.earlierFindings.length > 0 && (
          <section>
            <h2>{t('field:overview.earlier-findings')}</h2>
            <ul className="plain-rows">
              {packet.earlierFindings.map(({ id, itemCode, title, severity, foundOn, unitName }) => (
                <li key={id}>
                  {itemCode && <b>{itemCode} </b>}
                  {title}
                  <span className="kc-meta kc-figures row-sub">
                    {formatDate(foundOn)} · {t(`field:severity.${severity}`)}
                    {unitName !== packet.unit.name && ` · ${unitName}`}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <MissingEvidence visit={visit} />
        {!started && sections}
      </main>
      <OverviewActs {...{ visit, unanswered, note }} uncounted={uncounted.length} />
    </div>
  );
}
