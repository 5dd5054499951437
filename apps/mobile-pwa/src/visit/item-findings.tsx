import type { FindingView } from '@kycuong/domain/visit/visit-view.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useMessages } from '../language.ts';
import { GoLink } from '../shell/go-link.tsx';

interface ItemFindingsProps {
  readonly visitId: string;
  readonly findings: readonly FindingView[];
}

export function ItemFindings({ visitId, findings }: ItemFindingsProps) {
  const { t } = useMessages();
  return (
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
  );
}
