import { accountStates } from '@kycuong/domain/access/account-state.ts';
import { roles } from '@kycuong/domain/access/role.ts';
import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { FilterBar } from '@kycuong/ui/console/filter-bar.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { Icon } from '@kycuong/ui/plain/icon.tsx';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { Loaded } from '../../loaded.tsx';
import { mayDoSomewhere } from '../../session.ts';
import { guarded } from '../../shell/guarded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { addressFilters, useAddressFilters } from '../../use-address-filters.ts';
import { AccountPanel } from './account-panel.tsx';
import { AccountStateWord, type ListedAccount } from './account-state-word.tsx';

export const accountsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts',
  validateSearch: addressFilters,
  component: guarded((account) => mayDoSomewhere(account, 'access.create-account'), AccountsPage),
});

function AccountsPage() {
  const { t } = useMessages();
  const { values, set } = useAddressFilters();
  const role = roles.find((known) => known === values.role);
  const state = accountStates.find((known) => known === values.state);
  const query = useQuery(
    trpc.access.accounts.queryOptions(
      { ...(values.q && { q: values.q }), ...(role && { role }), ...(state && { state }) },
      { placeholderData: keepPreviousData },
    ),
  );
  const roleWords = ({ grants }: ListedAccount) => [
    ...new Set(grants.map((grant) => t(`access:role-${grant.role}`))),
  ];
  return (
    <>
      <PageHeader
        title={t('access:accounts')}
        subtitle={t('access:accounts-lead')}
        acts={
          <>
            <Link to="/imports" search={{ list: 'users' }} className={buttonClass()}>
              {t('list-import:short')}
            </Link>
            <Link to="/accounts/import" className={buttonClass()}>
              {t('access:import-short')}
            </Link>
            <Link to="/accounts/new" className={buttonClass({ kind: 'main' })}>
              <Icon name="plus" />
              <span>{t('access:create')}</span>
            </Link>
          </>
        }
      />
      <FilterBar
        filters={[
          {
            key: 'role',
            label: t('access:role'),
            options: roles.map((value) => ({ value, label: t(`access:role-${value}`) })),
          },
          {
            key: 'state',
            label: t('access:state'),
            options: accountStates.map((value) => ({ value, label: t(`access:state-${value}`) })),
          },
        ]}
        values={values}
        onChange={set}
        search={t('access:search')}
        count={query.data && t('access:count', { count: query.data.length })}
      />
      <Loaded query={query}>
        {(people) => {
          const chosen = people.find(({ id }) => id === values.open);
          return (
            <ListWithPanel
              panel={chosen && <AccountPanel person={chosen} onClose={() => set('open', undefined)} />}
            >
              <DataTable
                label={t('access:accounts')}
                rows={people}
                rowKey={({ id }) => id}
                chosen={values.open ?? null}
                onChoose={(key) => set('open', key)}
                empty={
                  <EmptyState icon="people" title={t('access:nothing-found')}>
                    {t('access:nothing-found-text')}
                  </EmptyState>
                }
                columns={[
                  { key: 'name', title: t('access:full-name'), cell: ({ fullName }) => fullName },
                  {
                    key: 'username',
                    title: t('access:username'),
                    width: '16%',
                    cell: ({ username }) => username,
                  },
                  {
                    key: 'unit',
                    title: t('access:workplace'),
                    width: '24%',
                    cell: ({ unitName }) => unitName ?? '–',
                  },
                  {
                    key: 'roles',
                    title: t('access:role'),
                    width: '22%',
                    cell: (person) => roleWords(person).join(', ') || '–',
                  },
                  {
                    key: 'state',
                    title: t('access:state'),
                    width: '136px',
                    cell: (person) => <AccountStateWord state={person.state} />,
                  },
                ]}
              />
            </ListWithPanel>
          );
        }}
      </Loaded>
    </>
  );
}
