import './quality-record-page.css';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useContext } from 'react';
import { GiveUpContext } from './decision/give-up-context.ts';
import type { Quality } from './use-quality.ts';

interface RecordPageProps {
  readonly quality: Quality;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** The frame of every form about one quality system. */
export function RecordPage({ quality: { unit }, title, lead, children }: RecordPageProps) {
  const { t } = useMessages();
  return (
    <>
      <PageHeader
        title={title}
        here={title}
        subtitle={lead}
        crumb={
          <>
            <Link to="/quality-systems">{t('quality:list-title')}</Link> /{' '}
            <Link to="/quality-systems/$unitId" params={{ unitId: unit.id }}>
              {unit.name}
            </Link>
          </>
        }
      />
      <div className="kc-page">{children}</div>
    </>
  );
}

interface RecordActsProps {
  readonly unitId: string;
  readonly save: string;
  readonly busy: boolean;
}

export function RecordActs({ unitId, save, busy }: RecordActsProps) {
  const { t } = useMessages();
  const giveUp = useContext(GiveUpContext);
  return (
    <div className="kc-form-acts">
      <Button type="submit" kind="main" busy={busy}>
        {save}
      </Button>
      <Link
        to="/quality-systems/$unitId"
        params={{ unitId }}
        className={buttonClass({ kind: 'quiet' })}
        onClick={giveUp}
      >
        {t('shell:cancel')}
      </Link>
    </div>
  );
}
