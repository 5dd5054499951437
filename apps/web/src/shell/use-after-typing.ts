import { useEffect, useState } from 'react';
import { Typing } from './typing.ts';

const fields =
  'textarea, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button], [type=submit])';

const fieldOf = ({ target }: Event) => (target instanceof Element ? target.closest(fields) : null);

/** Enter goes to the next line in a text of several; elsewhere it sends or chooses. */
const isSent = (field: Element, { key, ctrlKey, metaKey, isComposing }: KeyboardEvent) =>
  key === 'Enter' && !isComposing && (ctrlKey || metaKey || field instanceof HTMLInputElement);

/** Follows what is asked, but takes nobody the keys in the middle of a sentence: what comes by itself waits until they rest. */
export function useAfterTyping(asked: boolean): boolean {
  const [typing] = useState(() => new Typing());
  const [shown, setShown] = useState(asked);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const field = fieldOf(event);
      if (!field || isSent(field, event)) typing.over();
      else typing.key();
    };
    // Of what is spoken or chosen on a screen's keyboard there is no key.
    const input = (event: Event) => {
      if (fieldOf(event)) typing.key();
    };
    const over = () => typing.over();
    document.addEventListener('keydown', key, true);
    document.addEventListener('input', input, true);
    document.addEventListener('pointerdown', over, true);
    document.addEventListener('focusout', over, true);
    return () => {
      document.removeEventListener('keydown', key, true);
      document.removeEventListener('input', input, true);
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
