import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useMessages } from '../language.ts';
import { useHand } from '../shell/field-context.ts';
import { Head } from '../shell/head.tsx';
import { go } from '../shell/route.ts';
import { readyHand } from '../sync/log-command.ts';
import { ItemCard } from './item-card.tsx';
import { NotHere } from './not-here.tsx';
import { answeredOf, neighbour, nextUnanswered, placesOf } from './progress.ts';
import type { OpenVisit } from './read-visit.ts';
import { SectionRail } from './section-rail.tsx';
import { useAnswers } from './use-answers.ts';
import { useVisit } from './use-visit.ts';

const Unanswered = lazy(async () => ({ default: (await import('./unanswered.tsx')).Unanswered }));

/** Time in which the chosen segment is seen before the next card comes. */
const glanceMs = 320;

interface WalkProps {
  readonly visitId: string;
  readonly item?: string;
}

export function Walk({ visitId, item }: WalkProps) {
  const visit = useVisit(visitId);
  if (visit === undefined) return null;
  if (visit === null) return <NotHere />;
  return <OpenWalk key={visitId} visit={visit} item={item ?? null} />;
}

/** One long walk: one item to a card, and after an answer on to the next unanswered by itself. */
function OpenWalk({ visit, item }: { readonly visit: OpenVisit; readonly item: string | null }) {
  const { t } = useMessages();
  const { held, view } = visit;
  const { visitId, packet } = held;
  const checklist = packet.checklist.content;
  const places = placesOf(checklist);
  // Held on to: whoever answers it, here or elsewhere, the card does not go from under the hand.
  const [first] = useState(() => nextUnanswered(checklist, view, null, visit.mySections));
  const place = places.find((candidate) => candidate.item.code === item) ?? first ?? places[0];
  const answers = useAnswers(visit);
  const { writable } = visit;
  const hand = useHand();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a visit; the hand is the same one
  useEffect(() => {
    if (writable) void readyHand(hand(), visitId).catch(() => undefined);
  }, [visitId, writable]);
  const [listed, setListed] = useState(false);
  // Whoever goes elsewhere, answers anew or undoes meanwhile, is not taken on from there.
  const turn = useRef(0);
  const beginTurn = () => {
    turn.current += 1;
    return turn.current;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item having been opened is the whole reason
  useEffect(() => () => void beginTurn(), [item]);
  if (place === undefined) return <NotHere />;

  const { code } = place.item;
  const open = (next: string) => go({ name: 'walk', visitId, item: next }, { replace: true });
  const onTouch = () => {
    const mine = beginTurn();
    return (chosen: string) => {
      setTimeout(() => {
        if (mine === turn.current) open(chosen);
      }, glanceMs);
    };
  };
  // A closed visit is read line by line; there is nothing left to answer.
  const next = visit.writable
    ? nextUnanswered(checklist, view, code, visit.mySections)
    : neighbour(checklist, code, 1);
  const left = places.length - answeredOf(view, itemsOf(checklist));
  const previous = neighbour(checklist, code, -1);
  const onward = next && next.item.code !== code ? next : undefined;
  const forward = !visit.writable
    ? onward
      ? 'field:walk.next'
      : 'field:walk.overview'
    : onward
      ? 'field:walk.next-unanswered'
      : 'field:walk.all-answered';
  return (
    <div className="screen walk">
      <Head
        title={packet.unit.name}
        sub={`${t(`field:field.${packet.round.field}`)} · ${formatDate(packet.plannedOn)}`}
        back={{ name: 'visits' }}
        heading={false}
      />
      <SectionRail visit={visit} here={place.section} />
      <ItemCard
        key={code}
        visit={visit}
        place={place}
        all={itemsOf(checklist)}
        answers={answers}
        onTouch={onTouch}
      />
      {listed && (
        <Suspense fallback={null}>
          <Unanswered
            visit={visit}
            here={code}
            onOpen={(chosen) => {
              setListed(false);
              open(chosen);
            }}
            onClose={() => setListed(false)}
          />
        </Suspense>
      )}
      <footer className="foot walk-foot">
        <span className="walk-left">
          <Button
            kind="quiet"
            size="touch"
            icon="undo"
            disabled={answers.last === undefined}
            onClick={() => {
              beginTurn();
              void answers.undo().then((undone) => undone && open(undone));
            }}
          >
            {t('field:walk.undo')}
          </Button>
          {visit.writable && left > 0 && (
            <Button kind="quiet" size="touch" icon="list" onClick={() => setListed(true)}>
              <span className="kc-hidden">{t('field:walk.unanswered', { count: left })}</span>
              <span aria-hidden="true" className="kc-figures">
                {left}
              </span>
            </Button>
          )}
        </span>
        <span className="walk-steps">
          <Button
            size="touch"
            icon="chevron-left"
            disabled={previous === undefined}
            onClick={() => previous && open(previous.item.code)}
          >
            {t('field:walk.previous')}
          </Button>
          <Button
            kind="main"
            size="touch"
            iconAfter="chevron-right"
            onClick={() => (onward ? open(onward.item.code) : go({ name: 'overview', visitId }))}
          >
            {t(forward)}
          </Button>
        </span>
      </footer>
    </div>
  );
}
