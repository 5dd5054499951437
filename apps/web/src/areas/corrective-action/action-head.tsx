import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { holdsAny, useAccount } from '../../session.ts';
import { ActionStateWord } from '../../states/action-state.tsx';
import type { ShownAction } from './action-query.ts';

/** The month of a date as people say it: 5/2026. */
export const monthOf = (date: string) => `${Number(date.slice(5, 7))}/${date.slice(0, 4)}`;

interface ActionHeadProps {
  readonly action: ShownAction;
  readonly acts?: ReactNode;
}

export function ActionHead({ action, acts }: ActionHeadProps) {
  const { t } = useMessages();
  const own = holdsAny(useAccount(), ['agency-head']);
  const { repeats } = action;
  return (
    <PageHeader
      crumb={
        <Link to="/corrective-actions">
          {t(own ? 'corrective-action:title-agency' : 'corrective-action:title')}
        </Link>
      }
      here={action.code}
      title={action.title}
      tags={
        <>
          {action.status === 'awaiting-answer' && action.answers.length > 0 ? (
            <Tag tone="soon" icon="undo">
              {t('corrective-action:state-returned')}
            </Tag>
          ) : (
            <ActionStateWord tag status={action.status} />
          )}
          <Tag>
            {t('corrective-action:severity-of', {
              severity: t(`corrective-action:severity-${action.severity}`),
            })}
          </Tag>
          {repeats && (
            <Tag tone="soon" icon="repeat">
              {t('corrective-action:repeats', { month: monthOf(repeats.foundOn) })}
            </Tag>
          )}
          {!own && <Tag icon="building">{action.unit.name}</Tag>}
        </>
      }
      acts={acts}
    />
  );
}
