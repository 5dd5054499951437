import { Button } from '@kycuong/ui/plain/button.tsx';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../language.ts';
import { useSeen } from '../shell/use-seen.ts';
import { isAnswered, isUncounted, type Place, placesOf } from './progress.ts';
import type { OpenVisit } from './read-visit.ts';

/** As many rows at first, and as many more each time the end of the list is near. */
const step = 60;

function More({ onSeen }: { readonly onSeen: () => void }) {
  const end = useRef<HTMLLIElement>(null);
  const seen = useSeen(end);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is seen
  useEffect(() => {
    if (seen) onSeen();
  }, [seen]);
  return <li ref={end} />;
}

interface UnansweredProps {
  readonly visit: OpenVisit;
  readonly here: string;
  readonly onOpen: (code: string) => void;
  readonly onClose: () => void;
}

/** Everything without a result, by section, then what was answered without its count: one touch away. */
export function Unanswered({ visit, here, onOpen, onClose }: UnansweredProps) {
  const { t, language } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(step);
  useEffect(() => dialog.current?.showModal(), []);
  const places = placesOf(visit.held.packet.checklist.content);
  const open = places.filter(({ item }) => !isAnswered(visit.view, item.code));
  const uncounted = places.filter(({ item }) => isUncounted(visit.view, item));
  const bySection = Map.groupBy(open.slice(0, shown), ({ section }) => section);
  const row = ({ item }: Place) => (
    <li key={item.code}>
      <button
        type="button"
        className="row"
        aria-current={item.code === here ? 'step' : undefined}
        onClick={() => onOpen(item.code)}
      >
        <span className="kc-figures sheet-code">{item.code}</span>
        <span>{item.title[language]}</span>
      </button>
    </li>
  );
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="unanswered" onClose={onClose} onCancel={onClose}>
      <div className="sheet-head">
        <h2 id="unanswered">{t('field:walk.unanswered', { count: open.length })}</h2>
        <Button size="touch" icon="close" onClick={onClose}>
          {t('field:walk.close')}
        </Button>
      </div>
      <div className="sheet-list">
        {[...bySection].map(([section, places]) => (
          <section key={section.code}>
            <h3>
              {section.title[language]}{' '}
              <span className="kc-meta">{open.filter((place) => place.section === section).length}</span>
            </h3>
            <ul className="rows">{places.map(row)}</ul>
          </section>
        ))}
        {uncounted.length > 0 && (
          <section>
            <h3>
              {t('field:walk.uncounted')} <span className="kc-meta">{uncounted.length}</span>
            </h3>
            <ul className="rows">{uncounted.map(row)}</ul>
          </section>
        )}
        <ul>{shown < open.length && <More key={shown} onSeen={() => setShown(shown + step)} />}</ul>
      </div>
    </dialog>
  );
}
