import { LoadingPage } from '@kycuong/ui/console/loading.tsx';
import { WorkingDaysContext } from '@kycuong/ui/form/working-days-context.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { BrandMark } from '@kycuong/ui/plain/brand-mark.tsx';
import { IconButton } from '@kycuong/ui/plain/button.tsx';
import { Drawer } from '@mantine/core';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { SignInAgain } from '../areas/access/sign-in-again.tsx';
import { WordsLeftHere } from '../draft/words-left-here.tsx';
import { AccountContext } from '../session.ts';
import { useWorkingDays } from '../use-working-days.ts';
import { Navigation } from './navigation.tsx';
import { useAfterTyping } from './use-after-typing.ts';
import { useFolded } from './use-folded.ts';
import { usePageOwner } from './use-page-owner.ts';

/** Navigation at the left, the page at the right; below 820 px the navigation is a drawer. */
export function Shell() {
  const { t } = useMessages();
  const { account, ended } = usePageOwner();
  const covered = useAfterTyping(ended);
  const { folded, narrow, toggle } = useFolded();
  const [drawer, setDrawer] = useState(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const lastPath = useRef(pathname);

  useEffect(() => {
    if (lastPath.current === pathname) return;
    lastPath.current = pathname;
    setDrawer(false);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  if (account === null) return null;
  return (
    <AccountContext value={account}>
      <WorkingDaysContext value={useWorkingDays}>
        {covered && <SignInAgain account={account} />}
        <div className="shell" inert={covered} data-folded={folded || undefined}>
          <a className="skip-link" href="#content">
            {t('shell:skip-to-content')}
          </a>
          <header className="shell-bar">
            <IconButton
              size="touch"
              icon="menu"
              label={t('shell:open-navigation')}
              onClick={() => setDrawer(true)}
            />
            <Link to="/" className="shell-brand">
              <BrandMark />
              Kỷ Cương
            </Link>
          </header>
          <div className="shell-side">
            <Navigation account={account} folded={folded} onFold={narrow ? () => setDrawer(true) : toggle} />
          </div>
          <Drawer
            opened={drawer}
            onClose={() => setDrawer(false)}
            size={288}
            padding={0}
            title={<span className="kc-hidden">{t('shell:main-navigation')}</span>}
            classNames={{ header: 'shell-drawer-head', body: 'shell-drawer-body' }}
            closeButtonProps={{ 'aria-label': t('shell:close-navigation') }}
          >
            <Navigation account={account} folded={false} />
          </Drawer>
          <main ref={main} id="content" className="shell-main" tabIndex={-1}>
            <Suspense fallback={<LoadingPage />}>
              <WordsLeftHere />
              <Outlet />
            </Suspense>
          </main>
        </div>
      </WorkingDaysContext>
    </AccountContext>
  );
}
