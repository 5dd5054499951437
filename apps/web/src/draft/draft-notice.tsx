import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { DraftConflict } from './draft-conflict.tsx';
import './draft.css';
import { LeftCopies } from './left-copies.tsx';
import { savedIcon, useSavedWords } from './saved-words.ts';
import type { Draft } from './use-draft.ts';

interface DraftNoticeProps {
  readonly draft: Draft;
  /** Where the writing stands is told elsewhere on the page. */
  readonly told?: boolean;
}

/** Over a form: where the writing stands, how to be rid of it and to have it back, and what was written elsewhere. */
export function DraftNotice({ draft, told = false }: DraftNoticeProps) {
  const { t } = useMessages();
  const words = useSavedWords();
  const { saving, continued, theirs, discard, restore } = draft;
  return (
    <>
      {theirs !== null && <DraftConflict draft={draft} theirs={theirs} />}
      <LeftCopies draft={draft} />
      {(!told || restore) && (
        <div className="draft-line">
          {!told && (
            <>
              <Icon name={savedIcon(saving)} />
              <p role="status">
                {continued && saving.kind !== 'new' && `${t('draft:continued')} `}
                {words(saving)}
              </p>
            </>
          )}
          {discard && (
            <Button kind="quiet" size="small" onClick={discard}>
              {t('draft:discard')}
            </Button>
          )}
          {restore && (
            <Button kind="quiet" size="small" icon="undo" onClick={restore}>
              {t('draft:restore')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
