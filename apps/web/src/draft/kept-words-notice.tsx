import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import './draft.css';
import type { KeptWords } from './use-kept-words.ts';

/** Over a form that goes on with what was typed before: since when, how to be rid of it and to have it back. */
export function KeptWordsNotice({ words }: { readonly words: KeptWords }) {
  const { t } = useMessages();
  const { typedAt, isAtRisk, discard, restore } = words;
  if (typedAt === undefined && restore === undefined && !isAtRisk) return null;
  return (
    <div className="draft-line">
      {isAtRisk ? (
        <>
          <Icon name="warning" />
          <p role="status">{t('draft:words-at-risk')}</p>
        </>
      ) : (
        typedAt && (
          <>
            <Icon name="pencil" />
            <p role="status">{t('draft:words-continued', { when: formatInstant(typedAt) })}</p>
          </>
        )
      )}
      {typedAt && (
        <Button kind="quiet" size="small" onClick={discard}>
          {t('draft:drop-other')}
        </Button>
      )}
      {restore && (
        <Button kind="quiet" size="small" icon="undo" onClick={restore}>
          {t('draft:words-restore')}
        </Button>
      )}
    </div>
  );
}
