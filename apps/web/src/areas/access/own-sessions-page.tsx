import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { useQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { useRef } from 'react';
import { trpc } from '../../api.ts';
import { focusOn } from '../../decision/use-focus-here.ts';
import { Loaded } from '../../loaded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { useCommand } from '../../use-command.ts';
import { machineText } from './machine-text.ts';
import './access.css';

export const ownSessionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account/sessions',
  component: OwnSessionsPage,
});

type OwnSession = inferOutput<typeof trpc.access.ownSessions>[number];

function OwnSessionsPage() {
  const { t } = useMessages();
  const query = useQuery(trpc.access.ownSessions.queryOptions());
  const list = useRef<HTMLUListElement>(null);
  const { send, busy } = useCommand(trpc.access.endOwnSessions.mutationOptions(), {
    onDone: ({ ended }) => {
      notifyDone(t('access:sessions-ended', { count: ended }));
      // The button that was pressed goes with its session.
      focusOn(list.current);
    },
  });
  const others = query.data?.filter(({ isCurrent }) => !isCurrent) ?? [];
  return (
    <>
      <PageHeader
        title={t('access:own-sessions')}
        subtitle={t('access:own-sessions-lead')}
        acts={
          others.length > 1 && (
            <Button busy={busy} onClick={() => void send({ refs: others.map(({ ref }) => ref) })}>
              {t('access:end-others', { count: others.length })}
            </Button>
          )
        }
      />
      <div className="kc-page">
        <Loaded query={query} rows={3}>
          {(sessions) => (
            <>
              <ul ref={list} className="own-sessions" aria-label={t('access:own-sessions')}>
                {sessions.map((session) => (
                  <li key={session.ref}>
                    <SessionFacts session={session} />
                    {session.isCurrent ? (
                      <Tag tone="done">{t('access:this-session')}</Tag>
                    ) : (
                      <Button size="small" busy={busy} onClick={() => void send({ refs: [session.ref] })}>
                        {t('access:end-session')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
              {others.length === 0 && <p className="kc-meta">{t('access:no-other-sessions')}</p>}
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}

function SessionFacts({ session }: { readonly session: OwnSession }) {
  const { t } = useMessages();
  const { address, createdAt, lastUsedAt, endsAt } = session;
  return (
    <div>
      <b>{machineText(session, t)}</b>
      <p className="kc-meta">
        {t('access:session-since', { at: formatInstant(createdAt) })}
        {address !== null && ` · ${t('access:session-from', { address })}`}
      </p>
      <p className="kc-meta">
        {t('access:session-used', { at: formatInstant(lastUsedAt) })}
        {` · ${t('access:session-until', { at: formatInstant(endsAt) })}`}
      </p>
    </div>
  );
}
