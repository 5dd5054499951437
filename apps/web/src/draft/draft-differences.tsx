import { FormFrameContext } from '@kycuong/ui/form/form-frame.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useContext, useEffect, useReducer } from 'react';
import { differences } from './differences.ts';
import type { DraftContent } from './draft-source.ts';
import type { Draft } from './use-draft.ts';

interface DraftDifferencesProps {
  readonly draft: Draft;
  readonly other: DraftContent;
  readonly otherName: string;
}

const isId = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value);

/** Each field in which another text differs from the form: both, beside each other. */
export function DraftDifferences({ draft, other, otherName }: DraftDifferencesProps) {
  const { t } = useMessages();
  const { fields } = useContext(FormFrameContext);
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const { follow } = draft;
  useEffect(() => follow(drawAgain), [follow]);
  const shown = (value: unknown) =>
    isId(value) ? t('draft:another-choice') : String(value || t('draft:nothing'));
  return differences(draft.mine(), other)
    .filter(({ field }) => fields.has(field))
    .map(({ field, mine: here, theirs }) => (
      <div key={field} className="draft-both">
        <p>
          <b>{[fields.get(field)?.row, fields.get(field)?.label].filter(Boolean).join(', ')}</b>
        </p>
        <p>
          <small>{t('draft:mine')}</small>
          {shown(here)}
        </p>
        <p>
          <small>{otherName}</small>
          {shown(theirs)}
        </p>
      </div>
    ));
}
