import { Icon } from '@kycuong/ui/plain/icon.tsx';
import type { ReactNode } from 'react';
import { useMessages } from '../language.ts';
import { SyncPlace } from '../sync/sync-place.tsx';
import { GoLink } from './go-link.tsx';
import type { Route } from './route.ts';

interface HeadProps {
  readonly title: string;
  readonly sub?: string | undefined;
  readonly back?: Route;
  /** At the left where there is nothing to go back to. */
  readonly mark?: ReactNode;
}

/** The head of every screen: back, where I am, and the sync place. */
export function Head({ title, sub, back, mark }: HeadProps) {
  const { t } = useMessages();
  return (
    <header className="head">
      {back ? (
        <GoLink to={back} className="kc-icon-button kc-icon-button--touch" label={t('field:back')}>
          <Icon name="chevron-left" size={24} />
        </GoLink>
      ) : (
        mark
      )}
      <div className="head-words">
        <p className="head-title">{title}</p>
        {sub && <p className="head-sub">{sub}</p>}
      </div>
      <SyncPlace />
    </header>
  );
}
