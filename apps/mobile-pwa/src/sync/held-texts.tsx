import { shortened } from '@kycuong/domain/input/shortened.ts';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { GoLink } from '../shell/go-link.tsx';
import { useLive } from '../shell/use-live.ts';
import { DropText } from '../visit/drop-text.tsx';
import { ownTexts } from './log-text.ts';
import type { TypedText } from './store.ts';

/** Enough to know a text by; the whole of it stands at its item. */
const longestShown = 160;

interface RowProps {
  readonly text: TypedText;
  /** Undefined: the visit is not on this device any more, and all that is left of it here is this text. */
  readonly unit: string | undefined;
}

function Row({ text, unit }: RowProps) {
  const { t } = useMessages();
  const { visitId, payload } = text;
  const { itemCode: item, note } = payload;
  const line = note?.replaceAll(/\s+/g, ' ');
  return (
    <li>
      {unit === undefined ? (
        <b>{t('field:held.at', { unit: t('field:outbox.unknown-visit'), item })}</b>
      ) : (
        <GoLink to={{ name: 'walk', visitId, item }} className="text-link">
          {t('field:held.at', { unit, item })}
        </GoLink>
      )}
      {line && <p className="quoted">{unit === undefined ? note : shortened(line, longestShown)}</p>}
      <div className="acts">
        <DropText text={text} />
      </div>
    </li>
  );
}

/** What was typed and waits for its author, whatever visit it is of, with the way to where it can be gone on with,
 * and out of the device: at a visit that is no longer the person's nothing else is left to be done with it. */
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
        {texts.map((text) => (
          <Row key={text.id} text={text} unit={unitOf(text.visitId)} />
        ))}
      </ul>
    </section>
  );
}
