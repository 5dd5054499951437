import { formatDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Link } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { Fragment } from 'react';
import type { trpc } from '../../api.ts';
import './former-units.css';

export type FormerUnit = inferOutput<typeof trpc.organisation.list>['former'][number];

const mostShown = 5;

/** Names that were found and have ended before the day, and what became of each. */
export function FormerUnits({ former }: { readonly former: readonly FormerUnit[] }) {
  const { t } = useMessages();
  if (former.length === 0) return null;
  return (
    <section className="former-units">
      <h2>{t('organisation:former')}</h2>
      <ul>
        {former.map(({ id, name, validUntil, became, last }) => (
          <li key={id}>
            <UnitLink id={id} name={name} />{' '}
            <span className="kc-meta">
              {t('organisation:former-until', { date: formatDate(validUntil) })}
            </span>{' '}
            <Became became={became} last={last} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Became({ became, last }: Pick<FormerUnit, 'became' | 'last'>) {
  const { t } = useMessages();
  if (became.length === 0 && last.length === 0)
    return <span className="kc-meta">{t('organisation:former-nowhere')}</span>;
  const units = became.length > 0 ? became.map((unit) => ({ ...unit, validUntil: undefined })) : last;
  return (
    <>
      {t(became.length > 0 ? 'organisation:former-now' : 'organisation:former-then')}{' '}
      {units.slice(0, mostShown).map(({ id, name, validUntil }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <UnitLink id={id} name={name} />
          {validUntil !== undefined && (
            <span className="kc-meta">
              {' '}
              {t('organisation:former-until', { date: formatDate(validUntil) })}
            </span>
          )}
        </Fragment>
      ))}
      {units.length > mostShown && <> {t('organisation:former-more', { count: units.length - mostShown })}</>}
    </>
  );
}

function UnitLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Link to="/units/$unitId" params={{ unitId: id }}>
      {name}
    </Link>
  );
}
