import { Button } from '@kycuong/ui/plain/button.tsx';
import { type ReactNode, useState } from 'react';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { saving } from '../shell/save-trouble.ts';
import { dropText } from '../sync/keep-text.ts';
import type { TypedText } from '../sync/store.ts';

interface DropTextProps {
  readonly text: TypedText;
  /** Other ways on; they make room for the question. */
  readonly children?: ReactNode;
}

/** Throws away what was typed and waits for its author, by two touches. */
export function DropText({ text, children }: DropTextProps) {
  const { store } = useField();
  const { t } = useMessages();
  const [dropping, setDropping] = useState(false);
  if (!dropping)
    return (
      <>
        {children}
        <Button size="touch" kind="quiet" onClick={() => setDropping(true)}>
          {t('field:held.drop')}
        </Button>
      </>
    );
  return (
    <>
      <Button size="touch" kind="line" onClick={() => void saving(() => dropText(store, text))}>
        {t('field:held.drop-surely')}
      </Button>
      <Button size="touch" kind="quiet" onClick={() => setDropping(false)}>
        {t('field:held.keep')}
      </Button>
    </>
  );
}
