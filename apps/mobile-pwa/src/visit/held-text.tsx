import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { askAboutMarking } from '../evidence/ask-about-marking.ts';
import { markedIn } from '../evidence/secrecy-check.ts';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { saving } from '../shell/save-trouble.ts';
import { logText } from '../sync/log-text.ts';
import type { TypedText } from '../sync/store.ts';
import { DropText } from './drop-text.tsx';

/** Of a text that waits for its author: why, and the ways on. Nothing is thrown away by one touch. */
export function HeldText({ text }: { readonly text: TypedText }) {
  const { store, sync } = useField();
  const { t } = useMessages();
  const marked = markedIn(text);
  const ask = async () => {
    if (marked === null || !(await askAboutMarking(marked))) return;
    await saving(() => logText(store, text.id, true));
    sync.nudge();
  };
  return (
    <Notice
      tone="soon"
      icon={marked ? 'lock' : 'info'}
      title={t(marked ? 'field:held.marked' : 'field:held.too-long')}
      acts={
        <DropText text={text}>
          {marked && (
            <Button size="touch" onClick={() => void ask()}>
              {t('field:held.ask')}
            </Button>
          )}
        </DropText>
      }
    >
      {t(marked ? 'field:held.marked-text' : 'field:held.too-long-text')}
    </Notice>
  );
}
