import { Matter, MatterSection } from '@kycuong/ui/console/matter.tsx';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { formatInstant } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { trpc } from '../../api.ts';
import { mayDoSomewhere } from '../../session.ts';
import { guarded } from '../../shell/guarded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { AccountAct } from './account-act.tsx';
import { AccountActs } from './account-acts.tsx';
import { AccountSessions } from './account-sessions.tsx';
import { AccountStateWord } from './account-state-word.tsx';
import { HeldRoles } from './held-roles.tsx';
import { HeldWork } from './held-work.tsx';
import './access.css';
import './account.css';

/** What is being done to the account stands in the address, so that the browser's way back leads out of it. */
const AccountSearch = z.object({ act: z.optional(z.string()) });

export const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts/$accountId',
  validateSearch: (search) => AccountSearch.safeParse(search).data ?? {},
  component: guarded((account) => mayDoSomewhere(account, 'access.change-account'), AccountPage),
});

/** Who is locked, or loses a role, is shown with what they hold beside the decision. */
const showsHeldWork = (act = '') => act === 'lock' || act.startsWith('end-') || act.startsWith('mistaken-');

function AccountPage() {
  const { t } = useMessages();
  const { accountId } = accountRoute.useParams();
  const { act } = accountRoute.useSearch();
  const navigate = accountRoute.useNavigate();
  const queries = useQueryClient();
  const { data: person } = useSuspenseQuery(trpc.access.account.queryOptions({ accountId }));
  const { fullName, username, email, unitId, unitName, state, invented, lockedAt, lockedReason, hasFactor } =
    person;
  const workplace =
    unitId === null ? (
      t('access:no-workplace')
    ) : (
      <Link to="/units/$unitId" params={{ unitId }}>
        {unitName}
      </Link>
    );
  const close = () => void navigate({ search: {} });
  const onDone = async (message: string) => {
    // What is shown comes first: the focus goes back to what is still there then.
    await queries.invalidateQueries({ queryKey: trpc.access.account.queryKey({ accountId }) });
    close();
    notifyDone(message);
  };
  return (
    <>
      <PageHeader
        title={fullName}
        here={fullName}
        crumb={<Link to="/accounts">{t('access:accounts')}</Link>}
        subtitle={unitName ?? t('access:no-workplace')}
        tags={<AccountStateWord state={state} tag />}
        acts={<AccountActs person={person} />}
      />
      <Matter
        facts={
          <MatterSection title={t('access:account-facts')}>
            <Facts
              items={[
                [t('access:username'), username],
                [t('access:email'), email ?? '–'],
                [t('access:workplace'), workplace],
                [
                  t('second-factor:title'),
                  t(hasFactor ? 'second-factor:in-use' : 'second-factor:not-in-use'),
                ],
                ...(invented ? ([[t('access:note'), t('access:invented')]] as const) : []),
              ]}
            />
            <p>
              <Link to="/trail" search={{ actor: accountId }}>
                {t('access:what-they-did')}
              </Link>
            </p>
          </MatterSection>
        }
        history={
          <MatterSection title={t('access:open-sessions')}>
            <AccountSessions sessions={person.sessions} />
          </MatterSection>
        }
      >
        {lockedAt && (
          <Notice tone="soon" icon="lock" title={t('access:locked-title', { time: formatInstant(lockedAt) })}>
            {lockedReason && <p>{t('access:locked-why', { reason: lockedReason })}</p>}
          </Notice>
        )}
        {person.needsSlip && (
          <Notice tone="soon" icon="lock" title={t('access:needs-slip-title')}>
            <p>{t('access:needs-slip-text')}</p>
          </Notice>
        )}
        <AccountAct person={person} act={act} onClose={close} onDone={onDone} />
        <HeldRoles person={person} />
        {!showsHeldWork(act) && (
          <MatterSection title={t('access:still-held')}>
            <HeldWork accountId={accountId} />
          </MatterSection>
        )}
      </Matter>
    </>
  );
}
