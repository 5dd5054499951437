import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { Matter, MatterSection } from '@kycuong/ui/console/matter.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { imageAddress } from '../../evidence/photo-strip.tsx';
import { ActionClocks } from './action-clocks.tsx';
import { ActionFacts, FoundWords } from './action-facts.tsx';
import { ActionHistory } from './action-history.tsx';
import type { ShownAction } from './action-query.ts';

export function usePhone(): boolean {
  return useMediaQuery('(max-width: 819px)', undefined, { getInitialValueInEffect: false });
}

interface ActionMatterProps {
  readonly action: ShownAction;
  readonly planDue: PlainDate | null;
  /** How many parts of the draft are there; null where nobody is writing. */
  readonly written: number | null;
  readonly children: ReactNode;
}

/** Clocks, what was found, what happened, around the answer. On a phone all but the running clock is folded. */
export function ActionMatter({ action, planDue, written, children }: ActionMatterProps) {
  const { t } = useMessages();
  const phone = usePhone();
  const history = <ActionHistory action={action} written={written} />;
  if (phone)
    return (
      <>
        <ActionClocks action={action} planDue={planDue} part="running" />
        <Matter
          history={history}
          facts={
            <details className="action-fold">
              <FoldedSummary action={action} />
              <FoundWords action={action} />
              <ActionFacts action={action} />
              <ActionClocks action={action} planDue={planDue} part="others" />
            </details>
          }
        >
          {children}
        </Matter>
      </>
    );
  return (
    <>
      <ActionClocks action={action} planDue={planDue} part="all" />
      <Matter
        history={history}
        facts={
          <MatterSection title={t('corrective-action:found')}>
            <FoundWords action={action} />
            <ActionFacts action={action} />
          </MatterSection>
        }
      >
        {children}
      </Matter>
    </>
  );
}

function FoldedSummary({ action }: { readonly action: ShownAction }) {
  const { t } = useMessages();
  const photos = action.evidence.found.filter(({ status }) => status === 'received');
  const [first] = photos;
  return (
    <summary>
      {first && <img src={imageAddress(first.evidenceId)} alt="" />}
      <span>
        {t('corrective-action:found-short')}
        {photos.length > 0 && `, ${t('corrective-action:found-photos-short', { count: photos.length })}`}
      </span>
      <Icon name="chevron-right" />
    </summary>
  );
}
