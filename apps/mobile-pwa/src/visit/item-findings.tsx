import type { FindingView } from '@kycuong/domain/visit/visit-view.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { lazy, Suspense } from 'react';
import { useMessages, withLaterTexts } from '../language.ts';
import { GoLink } from '../shell/go-link.tsx';

const ItemDrafts = lazy(async () => ({
  default: (await withLaterTexts(import('../draft/item-drafts.tsx'))).ItemDrafts,
}));

interface ItemFindingsProps {
  readonly visitId: string;
  readonly itemCode: string;
  readonly findings: readonly FindingView[];
}

export function ItemFindings({ visitId, itemCode, findings }: ItemFindingsProps) {
  const { t } = useMessages();
  return (
    <>
      <Suspense fallback={null}>
        <ItemDrafts visitId={visitId} itemCode={itemCode} />
      </Suspense>
      <ul className="rows">
        {findings.map(({ findingId, title, severity }) => (
          <li key={findingId}>
            <GoLink to={{ name: 'finding', visitId, findingId }} className="row">
              <Icon name="flag" />
              <span>
                {title}
                <span className="kc-meta"> · {t(`field:severity.${severity}`)}</span>
              </span>
              <Icon name="chevron-right" />
            </GoLink>
          </li>
        ))}
      </ul>
    </>
  );
}
