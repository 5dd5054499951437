import { FormFrameContext } from '@kycuong/ui/form/form-frame.ts';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useContext, useEffect, useRef } from 'react';
import { useAccount } from '../session.ts';
import { differences } from './differences.ts';
import type { KeptDraft } from './draft-source.ts';
import type { Draft } from './use-draft.ts';

interface DraftConflictProps {
  readonly draft: Draft;
  readonly theirs: KeptDraft | 'gone';
}

const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value);

/** Two have written on one draft: who, when, both texts beside each other, and one of them is chosen. */
export function DraftConflict({ draft, theirs }: DraftConflictProps) {
  const { t } = useMessages();
  const { fullName } = useAccount();
  const { fields } = useContext(FormFrameContext);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'center' });
  }, []);
  const gone = theirs === 'gone';
  const rows = gone ? [] : differences(draft.mine(), theirs.content).filter(({ field }) => fields.has(field));
  const shown = (value: unknown) =>
    isId(value) ? t('draft:another-choice') : String(value || t('draft:nothing'));
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
        {rows.map(({ field, mine, theirs: other }) => (
          <div key={field} className="draft-both">
            <p>
              <b>{[fields.get(field)?.row, fields.get(field)?.label].filter(Boolean).join(', ')}</b>
            </p>
            <p>
              <small>{t('draft:mine')}</small>
              {shown(mine)}
            </p>
            <p>
              <small>{t('draft:theirs')}</small>
              {shown(other)}
            </p>
          </div>
        ))}
      </Notice>
    </div>
  );
}
