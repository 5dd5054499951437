import { leastPasswordLength } from '@kycuong/domain/access/change-password.ts';
import { generatePassword } from '@kycuong/domain/access/generate-password.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import type { InputIssue } from '@kycuong/domain/error/domain-error.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { FormSection } from '@kycuong/ui/console/form-section.tsx';
import { PageHeader } from '@kycuong/ui/console/page-header.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { PasswordField } from '@kycuong/ui/form/password-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, buttonClass } from '@kycuong/ui/plain/button.tsx';
import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { queryClient, trpc } from '../../api.ts';
import { DraftNotice } from '../../draft/draft-notice.tsx';
import { fitted } from '../../draft/fitted.ts';
import { useDraft } from '../../draft/use-draft.ts';
import { usePersonDraft } from '../../draft/use-person-draft.ts';
import { mayDoSomewhere } from '../../session.ts';
import { guarded } from '../../shell/guarded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { useCommand } from '../../use-command.ts';
import { UnitField } from '../organisation/unit-field.tsx';
import { AccountForm } from './account-form.ts';
import { FirstPasswords } from './first-passwords.tsx';
import { GrantRows } from './grant-rows.tsx';
import { passwordStrength } from './password-strength.ts';
import { type MadeAccount, useFirstPasswords } from './use-first-passwords.ts';
import { useJudgement } from './use-judgement.ts';

export const createAccountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts/new',
  component: guarded((account) => mayDoSomewhere(account, 'access.create-account'), CreateAccountPage),
});

function CreateAccountPage() {
  const { t } = useMessages();
  const [made, setMade] = useState<MadeAccount>();
  const first = useFirstPasswords(made ? [made] : []);
  return (
    <>
      <PageHeader
        title={t('access:create')}
        here={t('access:create')}
        crumb={<Link to="/accounts">{t('access:accounts')}</Link>}
      />
      <div className="kc-page">
        {made ? (
          <FirstPasswords
            steps={first}
            acts={
              <>
                <Link to="/accounts" className={buttonClass({ kind: first.saved ? 'main' : 'plain' })}>
                  {t('access:to-accounts')}
                </Link>
                <Button onClick={async () => (await first.mayLeave()) && setMade(undefined)}>
                  {t('access:create-another')}
                </Button>
              </>
            }
          />
        ) : (
          <NewAccount onMade={setMade} />
        )}
      </div>
    </>
  );
}

interface NewAccountProps {
  readonly onMade: (made: MadeAccount) => void;
}

type NewAccountValues = z.input<typeof AccountForm>;

const placeOf = ({ unitId, grants }: Pick<NewAccountValues, 'unitId' | 'grants'>) =>
  unitId || grants[0]?.unitId || undefined;

const placeQuery = (unitId: string) => trpc.organisation.get.queryOptions({ unitId }, { staleTime: 60_000 });

/** As the server will judge it, so that it is told together with what else is wrong. */
async function weakPassword(values: NewAccountValues): Promise<readonly InputIssue[]> {
  const { password, username, fullName } = values;
  if (password.length < leastPasswordLength) return [];
  const unitId = placeOf(values);
  const [strength, place] = await Promise.all([
    queryClient.ensureQueryData(passwordStrength),
    unitId === undefined ? undefined : queryClient.ensureQueryData(placeQuery(unitId)),
  ]).catch(() => []);
  const key = strength?.weaknessOf(password, { username, fullName, unitName: place?.unit.name });
  return key === undefined ? [] : [{ field: 'password', key, details: {} }];
}

function NewAccount({ onMade }: NewAccountProps) {
  const { t } = useMessages();
  const begun = usePersonDraft('account', null);
  const empty = () => ({
    accountId: uuidV7(),
    fullName: '',
    username: '',
    email: '',
    unitId: '',
    grants: [
      { role: 'agency-head' as const, unitId: '', validFrom: dateInVietnam(new Date()), validUntil: '' },
    ],
    password: generatePassword(),
  });
  // A password is kept nowhere; whoever comes back gets another one.
  const [start] = useState(() => ({
    ...fitted(empty(), begun.start.content),
    password: generatePassword(),
  }));
  const form = useDomainForm(AccountForm, start, weakPassword);
  const draft = useDraft(form, begun, { empty, kept: ({ password: _, ...rest }) => rest });
  const { control } = form;
  const { send, busy } = useCommand(trpc.access.createAccount.mutationOptions(), {
    form,
    onDone: ({ username }) => onMade({ username, password: form.getValues('password') }),
  });
  const [password, username, fullName, chosenUnit, grants] = form.watch([
    ...(['password', 'username', 'fullName', 'unitId', 'grants'] as const),
  ]);
  const unitId = placeOf({ unitId: chosenUnit, grants });
  const place = useQuery({ ...placeQuery(unitId ?? ''), enabled: unitId !== undefined });
  const isKnown = unitId === undefined || place.data !== undefined;
  const judgement = useJudgement(
    password,
    isKnown ? { username, fullName, unitName: place.data?.unit.name } : undefined,
  );
  return (
    <DomainForm
      form={form}
      onSubmit={(payload) =>
        draft.during(() => send({ ...payload, unitId: payload.unitId ?? payload.grants[0]?.unitId ?? null }))
      }
    >
      <DraftNotice draft={draft} />
      <FormSection number={1} title={t('access:section-person')}>
        <TextField control={control} name="fullName" label={t('access:full-name')} />
        <div className="kc-form-row">
          <TextField
            control={control}
            name="username"
            label={t('access:username')}
            help={t('access:username-help')}
          />
          <TextField
            control={control}
            name="email"
            type="email"
            label={t('access:email')}
            help={t('access:email-help')}
          />
        </div>
        <UnitField
          control={control}
          name="unitId"
          label={t('access:workplace')}
          help={t('access:workplace-help')}
        />
      </FormSection>
      <GrantRows form={form} />
      <FormSection number={3} title={t('access:section-password')} help={t('access:first-password-help')}>
        <PasswordField
          control={control}
          name="password"
          judgement={judgement}
          label={t('access:first-password')}
          help={t('access:new-password-help', { min: leastPasswordLength })}
          autoComplete="new-password"
          aside={
            <Button
              kind="quiet"
              size="small"
              icon="refresh"
              onClick={() => form.setValue('password', generatePassword(), { shouldValidate: true })}
            >
              {t('access:generate')}
            </Button>
          }
        />
      </FormSection>
      <div className="kc-form-acts">
        <Button type="submit" kind="main" busy={busy}>
          {t('access:create')}
        </Button>
        <Link to="/accounts" className={buttonClass()}>
          {t('shell:cancel')}
        </Link>
      </div>
    </DomainForm>
  );
}
