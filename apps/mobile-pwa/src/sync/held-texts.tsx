import { shortened } from '@kycuong/domain/input/shortened.ts';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { useLive } from '../shell/use-live.ts';
import { ownTexts } from './log-text.ts';

/** Enough to know a text by; the whole of it stands at its item. */
const longestShown = 160;

/** What was typed and waits for its author, whatever visit it is of, with the way to where it can be gone on with. */
export function HeldTexts({ unitOf }: { readonly unitOf: (visitId: string) => string | undefined }) {
  const { store } = useField();
  const { t } = useMessages();
  const texts = useLive('held texts', () => ownTexts(store, null))?.filter(({ held }) => held === 1) ?? [];
  if (texts.length === 0) return null;
  return (
    <section>
      <h2>{t('field:held.title')}</h2>
      <p className="kc-meta">{t('field:held.lead')}</p>
      <ul className="plain-rows">
        {texts.map(({ id, visitId, payload: { itemCode, note } }) => (
          <li key={id}>
            <GoLink to={{ name: 'walk', visitId, item: itemCode }} className="text-link">
              {t('field:held.at', {
                unit: unitOf(visitId) ?? t('field:outbox.unknown-visit'),
                item: itemCode,
              })}
            </GoLink>
            {note && <p className="quoted">{shortened(note.replaceAll(/\s+/g, ' '), longestShown)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
