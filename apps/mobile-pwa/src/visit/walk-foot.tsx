import { itemsOf } from '@kycuong/domain/checklist/items-of.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useMemo } from 'react';
import { useMessages } from '../language.ts';
import { go } from '../shell/route.ts';
import { answeredOf, isAnswered, isLacking, isUncounted, neighbour, nextUnanswered } from './progress.ts';
import type { OpenVisit } from './read-visit.ts';

interface WalkFootProps {
  readonly visit: OpenVisit;
  readonly code: string;
  readonly onOpen: (code: string) => void;
  readonly onList: () => void;
  /** Undefined where there is nothing to take back. */
  readonly onUndo: (() => void) | undefined;
}

/** The way on and back. It stands out only where it is the next thing to do: what is unanswered is answered above. */
export function WalkFoot({ visit, code, onOpen, onList, onUndo }: WalkFootProps) {
  const { t } = useMessages();
  const { held, view, writable } = visit;
  const checklist = held.packet.checklist.content;
  const items = itemsOf(checklist);
  const left = items.length - answeredOf(view, items);
  const uncounted = items.filter((item) => isUncounted(view, item)).length;
  const previous = neighbour(checklist, code, -1)?.item.code;
  // A closed visit is read line by line; there is nothing left to answer.
  const next = (
    writable ? nextUnanswered(checklist, view, code, visit.mySections) : neighbour(checklist, code, 1)
  )?.item.code;
  const onward = next === code ? undefined : next;
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it was when the card came; an answer takes on by itself
  const cameAnswered = useMemo(() => isAnswered(view, code), [code]);
  const stays =
    isAnswered(view, code) && (cameAnswered || isLacking(view.answers.get(code)?.conformity?.value));
  const done = writable && left === 0;
  const way = onward
    ? !writable
      ? 'next'
      : stays
        ? 'next-item'
        : 'later'
    : done
      ? 'all-answered'
      : 'overview';
  return (
    <footer className="foot walk-foot">
      {done && (
        <p className="walk-done" role="status">
          <State tone="done">{t('field:walk.done', { count: items.length })}</State>
        </p>
      )}
      <span className="walk-left">
        <Button kind="quiet" size="touch" icon="undo" disabled={onUndo === undefined} onClick={onUndo}>
          {t('field:walk.undo')}
        </Button>
        {writable && left + uncounted > 0 && (
          <Button kind="quiet" size="touch" icon="list" onClick={onList}>
            {left > 0
              ? t('field:walk.left', { count: left })
              : t('field:walk.uncounted-left', { count: uncounted })}
          </Button>
        )}
      </span>
      <span className="walk-steps">
        <Button
          size="touch"
          icon="chevron-left"
          disabled={previous === undefined}
          onClick={() => previous && onOpen(previous)}
        >
          {t('field:walk.previous')}
        </Button>
        <Button
          kind={stays || done || !writable ? 'main' : 'plain'}
          size="touch"
          iconAfter="chevron-right"
          onClick={() => (onward ? onOpen(onward) : go({ name: 'overview', visitId: held.visitId }))}
        >
          {t(`field:walk.${way}`)}
        </Button>
      </span>
    </footer>
  );
}
