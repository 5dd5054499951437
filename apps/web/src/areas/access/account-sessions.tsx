import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { machineText } from './machine-text.ts';
import type { OpenedAccount } from './opened-account.ts';

/** Where somebody is signed in, for an administrator. */
export function AccountSessions({ sessions }: Pick<OpenedAccount, 'sessions'>) {
  const { t } = useMessages();
  if (sessions.length === 0) return <p className="kc-meta">{t('access:no-sessions')}</p>;
  return (
    <ul className="own-sessions" aria-label={t('access:open-sessions')}>
      {sessions.map((session) => (
        <li key={session.ref}>
          <div>
            <b>{machineText(session, t)}</b>
            <p className="kc-meta">
              {t('access:session-since', { at: formatInstant(session.createdAt) })}
              {session.address !== null && ` · ${t('access:session-from', { address: session.address })}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
