import { useEffect, useState } from 'react';
import { Typing } from './typing.ts';

const fields =
  'textarea, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button], [type=submit])';

/** Enter goes to the next line in a text of several; elsewhere it sends or chooses. */
const isSent = (field: Element, { key, ctrlKey, metaKey }: KeyboardEvent) =>
  key === 'Enter' && (ctrlKey || metaKey || field instanceof HTMLInputElement);

/** Follows what is asked, but takes nobody the keys in the middle of a sentence: what comes by itself waits until they rest. */
export function useAfterTyping(asked: boolean): boolean {
  const [typing] = useState(() => new Typing());
  const [shown, setShown] = useState(asked);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const field = event.target instanceof Element && event.target.closest(fields);
      if (!field || isSent(field, event)) typing.over();
      else typing.key();
    };
    const over = () => typing.over();
    document.addEventListener('keydown', key, true);
    document.addEventListener('pointerdown', over, true);
    document.addEventListener('focusout', over, true);
    return () => {
      document.removeEventListener('keydown', key, true);
      document.removeEventListener('pointerdown', over, true);
      document.removeEventListener('focusout', over, true);
    };
  }, [typing]);
  useEffect(() => {
    const follow = () => {
      if (!asked || !typing.isUnderWay) setShown(asked);
    };
    follow();
    return typing.follow(follow);
  }, [asked, typing]);
  return shown;
}
