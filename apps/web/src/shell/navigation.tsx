import { useMessages } from '@kycuong/ui/i18n.ts';
import { BrandMark } from '@kycuong/ui/plain/brand-mark.tsx';
import { IconButton } from '@kycuong/ui/plain/button.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Link, useLocation, useRouter } from '@tanstack/react-router';
import type { Account } from '../session.ts';
import { placesOf } from './navigation.ts';
import { PersonMenu } from './person-menu.tsx';

interface NavigationProps {
  readonly account: Account;
  readonly folded: boolean;
  /** Without it there is no button to fold. */
  readonly onFold?: () => void;
}

export function Navigation({ account, folded, onFold }: NavigationProps) {
  const { t } = useMessages();
  const { routesByPath } = useRouter();
  const { pathname } = useLocation();
  const groups = placesOf(account, (to) => Object.hasOwn(routesByPath, to));
  return (
    <nav className="nav" aria-label={t('shell:main-navigation')}>
      <div className="nav-top">
        <Link to="/" className="shell-brand" aria-label="Kỷ Cương">
          <BrandMark />
          <span className="nav-word">Kỷ Cương</span>
        </Link>
        {onFold && (
          <span className="nav-fold">
            <IconButton
              icon={folded ? 'chevron-right' : 'chevron-left'}
              label={t(folded ? 'shell:unfold-navigation' : 'shell:fold-navigation')}
              aria-expanded={!folded}
              onClick={onFold}
            />
          </span>
        )}
      </div>
      {account.unit && <p className="nav-unit nav-word">{account.unit.name}</p>}
      {groups.map((places) => (
        <ul key={places[0]?.to}>
          {places.map(({ to, icon, also, label }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: to === '/' }}
                inactiveProps={also && pathname.startsWith(also) ? { 'aria-current': 'page' } : {}}
                title={folded ? t(label) : undefined}
              >
                <Icon name={icon} />
                <span className="nav-word">{t(label)}</span>
              </Link>
            </li>
          ))}
        </ul>
      ))}
      <PersonMenu account={account} />
    </nav>
  );
}
