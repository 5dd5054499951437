import { Icon } from '@kycuong/ui/plain/icon.tsx';
import type { ReactNode } from 'react';
import { useMessages } from '../language.ts';
import { SyncPlace } from '../sync/sync-place.tsx';
import { GoLink } from './go-link.tsx';
import type { Route } from './route.ts';
import { useSaveTrouble } from './save-trouble.ts';

interface HeadProps {
  readonly title: string;
  readonly sub?: string | undefined;
  readonly back?: Route;
  /** At the left where there is nothing to go back to. */
  readonly mark?: ReactNode;
  /** False where the content has a heading of its own. */
  readonly heading?: boolean;
}

/** The head of every screen: back, where I am, and the sync place. */
export function Head({ title, sub, back, mark, heading = true }: HeadProps) {
  const { t } = useMessages();
  const troubled = useSaveTrouble();
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
        {heading ? <h1 className="head-title">{title}</h1> : <p className="head-title">{title}</p>}
        {sub && <p className="head-sub">{sub}</p>}
      </div>
      <SyncPlace />
      {troubled && (
        <p className="not-saved" role="alert">
          <Icon name="failed" />
          <span>
            {t(troubled === 'full' ? 'field:disk-full' : 'field:not-saved')}
            {troubled === 'full' && <GoLink to={{ name: 'outbox' }}>{t('field:disk-full-where')}</GoLink>}
          </span>
        </p>
      )}
    </header>
  );
}
