import { PanelSection, SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Link } from '@tanstack/react-router';
import { daysInWords } from '../organisation/unit-days.tsx';
import { AccountStateWord, type ListedAccount } from './account-state-word.tsx';

interface AccountPanelProps {
  readonly person: ListedAccount;
  readonly onClose: () => void;
}

/** A person's roles with their units and days, and the way to what they have done. */
export function AccountPanel({ person, onClose }: AccountPanelProps) {
  const { t } = useMessages();
  const { id, fullName, username, email, unitName, state, invented, grants } = person;
  return (
    <SidePanel
      label={fullName}
      number={username}
      title={fullName}
      subtitle={unitName ?? t('access:no-workplace')}
      onClose={onClose}
      acts={
        <>
          <Link to="/accounts/$accountId" params={{ accountId: id }} className={buttonClass()}>
            {t('access:open-account')}
          </Link>
          <Link to="/trail" search={{ actor: id }} className={buttonClass()}>
            {t('access:what-they-did')}
          </Link>
        </>
      }
    >
      <AccountStateWord state={state} />
      <Facts
        items={[
          [t('access:email'), email ?? '–'],
          ...(invented ? ([[t('access:note'), t('access:invented')]] as const) : []),
        ]}
      />
      <PanelSection title={t('access:section-roles')}>
        <ul>
          {grants.map((grant) => (
            <li key={grant.id}>
              <p>
                {t(`access:role-${grant.role}`)}
                {' · '}
                {grant.unitId === null ? (
                  t('access:whole-system')
                ) : (
                  <Link to="/units/$unitId" params={{ unitId: grant.unitId }}>
                    {grant.unitName}
                  </Link>
                )}
              </p>
              <p className="kc-meta kc-figures">{daysInWords(grant, t)}</p>
              {!grant.counts && <p className="kc-meta">{t('access:role-gives-nothing')}</p>}
            </li>
          ))}
        </ul>
        {grants.length === 0 && <p className="kc-meta">{t('access:no-roles')}</p>}
      </PanelSection>
    </SidePanel>
  );
}
