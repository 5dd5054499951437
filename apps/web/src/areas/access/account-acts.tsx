import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { Link } from '@tanstack/react-router';
import type { OpenedAccount } from './opened-account.ts';

const shown = [
  { act: 'reset', may: 'reset', key: 'access:reset' },
  { act: 'change', may: 'change', key: 'access:change-facts' },
  { act: 'factor', may: 'removeFactor', key: 'second-factor:remove' },
  { act: 'sessions', may: 'endSessions', key: 'access:end-sessions' },
  { act: 'lock', may: 'lock', key: 'access:lock' },
  { act: 'unlock', may: 'unlock', key: 'access:unlock' },
] as const;

/** The acts on an account that are this administrator's to do. */
export function AccountActs({ person: { id, acts } }: { readonly person: OpenedAccount }) {
  const { t } = useMessages();
  return (
    <>
      {shown
        .filter(({ may }) => acts[may])
        .map(({ act, key }) => (
          <Link
            key={act}
            to="/accounts/$accountId"
            params={{ accountId: id }}
            search={{ act }}
            className={buttonClass()}
          >
            {t(key)}
          </Link>
        ))}
    </>
  );
}
