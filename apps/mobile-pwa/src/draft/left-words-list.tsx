import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '../language.ts';
import { useField, usePerson } from '../shell/field-context.ts';
import { useLive } from '../shell/use-live.ts';
import type { OpenVisit } from '../visit/read-visit.ts';
import { readLeftWords, type WordedAct } from './left-words.ts';
import { ThrowAwayButton } from './throw-away-button.tsx';

const labels = {
  open: 'field:overview.submit-note',
  submitted: 'field:overview.close-note',
  'hand-over': 'field:hand-over.note',
} as const;

function offeredAt({ state, leads, writable }: OpenVisit): ReadonlySet<WordedAct> {
  if (!writable) return new Set();
  // The leader who has to choose among what differs closes after that.
  return new Set<WordedAct>([
    'hand-over',
    ...(state !== 'submitted' ? ['open' as const] : leads ? ['submitted' as const] : []),
  ]);
}

/** On the overview: what was written for an act that is not to be done any more. It can be read, copied and thrown away. */
export function LeftWordsList({ visit }: { readonly visit: OpenVisit }) {
  const { t } = useMessages();
  const { store } = useField();
  const { id: account } = usePerson();
  const { visitId } = visit.held;
  const offered = offeredAt(visit);
  const left = useLive(`left words ${account} ${visitId} ${[...offered]}`, () =>
    readLeftWords(store, account, visitId, offered),
  );
  if (!left?.length) return null;
  return (
    <section>
      <h2>{t('field:draft.left-words')}</h2>
      <p className="kc-meta">{t('field:draft.left-words-text')}</p>
      <ul className="plain-rows">
        {left.map(({ act, key, text, savedAt }) => (
          <li key={key}>
            <b>{t(labels[act])}</b>{' '}
            <span className="kc-meta">{t('field:draft.saved', { time: formatInstant(savedAt) })}</span>
            <p className="quoted">{text}</p>
            <ThrowAwayButton
              title={t(labels[act])}
              photos={0}
              onThrowAway={() => store.drafts.delete([account, key])}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
