import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useAccount } from '../session.ts';
import { dropWords, followWords, withoutLiving, wordsLeft } from './kept-words.ts';
import { otherWindows } from './living-windows.ts';

/** Over a page: what was typed in its forms that are closed now, so that it is found again or thrown away. */
export function WordsLeftHere() {
  const { t } = useMessages();
  const { id } = useAccount();
  // Of the page that is shown, not of the one that is being fetched.
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? '' });
  const keys = useSyncExternalStore(followWords, () =>
    wordsLeft(id, path)
      .map(({ key }) => key)
      .join('\n'),
  );
  const [living, setLiving] = useState<ReadonlySet<string>>();
  useEffect(() => {
    if (keys === '') return;
    let isHere = true;
    void otherWindows().then((windows) => isHere && setLiving(windows));
    return () => {
      isHere = false;
    };
  }, [keys]);
  const left = keys === '' || living === undefined ? [] : withoutLiving(wordsLeft(id, path), living);
  if (left.length === 0) return null;
  return (
    <div className="words-left">
      {left.map(({ key, copy: { title = '', at, quote } }) => (
        <Notice
          key={key}
          tone="soon"
          role="status"
          title={t('draft:words-left-title', { title, when: formatInstant(new Date(at)) })}
          acts={
            <Button size="small" onClick={() => dropWords(key)}>
              {t('draft:drop-other')}
            </Button>
          }
        >
          <p>{t('draft:words-left-text')}</p>
          {quote && <blockquote>{quote}</blockquote>}
        </Notice>
      ))}
    </div>
  );
}
