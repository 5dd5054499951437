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
        {former.map(({ id, name, validUntil, became }) => (
          <li key={id}>
            <UnitLink id={id} name={name} />{' '}
            <span className="kc-meta">
              {t('organisation:former-until', { date: formatDate(validUntil) })}
            </span>{' '}
            {became.length === 0 ? (
              <span className="kc-meta">{t('organisation:former-nowhere')}</span>
            ) : (
              <>
                {t('organisation:former-now')}{' '}
                {became.slice(0, mostShown).map((unit, index) => (
                  <Fragment key={unit.id}>
                    {index > 0 && ', '}
                    <UnitLink {...unit} />
                  </Fragment>
                ))}
                {became.length > mostShown && (
                  <> {t('organisation:former-more', { count: became.length - mostShown })}</>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnitLink({ id, name }: { readonly id: string; readonly name: string }) {
  return (
    <Link to="/units/$unitId" params={{ unitId: id }}>
      {name}
    </Link>
  );
}
