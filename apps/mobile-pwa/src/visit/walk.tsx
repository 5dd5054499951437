import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useMessages } from '../language.ts';
import { useHand } from '../shell/field-context.ts';
import { Head } from '../shell/head.tsx';
import { go } from '../shell/route.ts';
import { readyHand } from '../sync/log-command.ts';
import { ItemCard } from './item-card.tsx';
import { useReadyByOpening } from './keep-offline.ts';
import { NotHere } from './not-here.tsx';
import { nextUnanswered, placesOf } from './progress.ts';
import type { OpenVisit } from './read-visit.ts';
import { SectionRail } from './section-rail.tsx';
import { useAnswers } from './use-answers.ts';
import { useVisit } from './use-visit.ts';
import { WalkFoot } from './walk-foot.tsx';

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
  useReadyByOpening(held);
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
      <WalkFoot
        visit={visit}
        code={code}
        onOpen={open}
        onList={() => setListed(true)}
        onUndo={
          answers.last === undefined
            ? undefined
            : () => {
                beginTurn();
                void answers.undo().then((undone) => undone && open(undone));
              }
        }
      />
    </div>
  );
}
