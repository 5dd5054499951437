import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { DraftDifferences } from './draft-differences.tsx';
import type { Draft } from './use-draft.ts';

/** What other windows of this computer have left of the form and the server does not have: each is taken over or thrown away. */
export function LeftCopies({ draft }: { readonly draft: Draft }) {
  const { t } = useMessages();
  return draft.others.map((other) => (
    <Notice
      key={other.key}
      tone="soon"
      role="status"
      title={t('draft:other-title', { when: formatInstant(new Date(other.copy.at)) })}
      acts={
        <>
          <Button size="small" onClick={() => draft.takeOther(other)}>
            {t('draft:take-other')}
          </Button>
          <Button size="small" onClick={() => draft.dropOther(other)}>
            {t('draft:drop-other')}
          </Button>
        </>
      }
    >
      <p>{t('draft:other-text')}</p>
      <DraftDifferences draft={draft} other={other.copy.content} otherName={t('draft:other')} />
    </Notice>
  ));
}
