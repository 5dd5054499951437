import { chooseLanguage, isLanguage, type MessageKey, useMessages } from '@kycuong/ui/i18n.ts';
import { Avatar } from '@kycuong/ui/plain/avatar.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { Menu, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Account } from '../session.ts';
import { useSignOut } from './use-sign-out.ts';

const schemes = [
  ['auto', 'shell:theme-system'],
  ['light', 'shell:theme-light'],
  ['dark', 'shell:theme-dark'],
] as const satisfies readonly (readonly [string, MessageKey])[];

/** At the foot of the navigation: who I am, and everything that concerns only me. */
export function PersonMenu({ account }: { readonly account: Account }) {
  const { t, language } = useMessages();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const role = account.grants[0]?.role;
  return (
    <Menu position="top-start" width={256}>
      <Menu.Target>
        <button type="button" className="nav-person">
          <Avatar fullName={account.fullName} />
          <span className="nav-word">
            {account.fullName}
            {role && <small>{t(`access:role-${role}`)}</small>}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell:language')}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(next) => isLanguage(next) && chooseLanguage(next)}>
          <Menu.RadioItem value="vi">Tiếng Việt</Menu.RadioItem>
          <Menu.RadioItem value="en">English</Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('shell:theme')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(next) => {
            const scheme = schemes.find(([value]) => value === next);
            if (scheme) setColorScheme(scheme[0]);
          }}
        >
          {schemes.map(([value, label]) => (
            <Menu.RadioItem key={value} value={value}>
              {t(label)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item component="a" href="/field/" leftSection={<Icon name="tablet" />}>
          {t('shell:field-app')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="key" />}
          renderRoot={(props) => <Link to="/account/password" {...props} />}
        >
          {t('access:change-password')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="lock" />}
          renderRoot={(props) => <Link to="/account/sessions" {...props} />}
        >
          {t('access:own-sessions')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="shield" />}
          renderRoot={(props) => <Link to="/account/second-factor" {...props} />}
        >
          {t('second-factor:title')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="sign-out" />} onClick={signOut}>
          {t('shell:sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
