import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useEffect, useRef } from 'react';
import { useAccount } from '../session.ts';
import { DraftDifferences } from './draft-differences.tsx';
import type { KeptDraft } from './draft-source.ts';
import type { Draft } from './use-draft.ts';

interface DraftConflictProps {
  readonly draft: Draft;
  readonly theirs: KeptDraft | 'gone';
}

/** Two have written on one draft: who, when, both texts beside each other, and one of them is chosen. */
export function DraftConflict({ draft, theirs }: DraftConflictProps) {
  const { t } = useMessages();
  const { fullName } = useAccount();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'center' });
  }, []);
  const gone = theirs === 'gone';
  return (
    <div ref={place}>
      <Notice
        tone="soon"
        role="alert"
        title={
          gone
            ? t('draft:gone-title')
            : theirs.savedBy && theirs.savedBy !== fullName
              ? t('draft:newer-by', { name: theirs.savedBy, when: formatInstant(theirs.savedAt) })
              : t('draft:newer-title', { when: formatInstant(theirs.savedAt) })
        }
        acts={
          <>
            <Button size="small" onClick={draft.keepMine}>
              {t('draft:keep-mine')}
            </Button>
            <Button size="small" onClick={draft.takeTheirs}>
              {t(gone ? 'draft:discard' : 'draft:take-theirs')}
            </Button>
          </>
        }
      >
        <p>{t(gone ? 'draft:gone-text' : 'draft:newer-text')}</p>
        {!gone && <DraftDifferences draft={draft} other={theirs.content} otherName={t('draft:theirs')} />}
      </Notice>
    </div>
  );
}
