import { generatePassword } from '@kycuong/domain/access/generate-password.ts';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { buttonClass } from '@kycuong/ui/plain/button.tsx';
import { createRoute, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import * as z from 'zod/mini';
import { mayDoSomewhere } from '../../session.ts';
import { guarded } from '../../shell/guarded.tsx';
import { shellRoute } from '../../shell/shell-route.tsx';
import { CheckAct } from '../organisation/check-act.tsx';
import { ImportFileField } from '../organisation/import-file-field.tsx';
import { ImportFrame } from '../organisation/import-frame.tsx';
import { tableFile } from '../organisation/table-file.ts';
import { useImport } from '../organisation/use-import.ts';
import { FirstPasswords } from './first-passwords.tsx';
import { useFirstPasswords } from './use-first-passwords.ts';
import './access.css';

export const importUsersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts/import',
  component: guarded((account) => mayDoSomewhere(account, 'access.import-users'), ImportUsersPage),
});

const ImportUsersForm = z.object({ file: tableFile });

function ImportUsersPage() {
  const { t } = useMessages();
  const form = useDomainForm(ImportUsersForm, {});
  const steps = useImport('users', form);
  // Made once for a check, so that sending it again is the same command.
  const passwords = useRef<{ id: string; people: { username: string; password: string }[] }>(null);
  const made = passwords.current?.people.filter(({ username }) =>
    steps.done?.newUsernames?.includes(username),
  );
  const first = useFirstPasswords(made ?? []);

  const withPasswords = () => {
    const { id = '', outcome } = steps.checked ?? {};
    if (passwords.current?.id !== id) {
      const people = (outcome?.newUsernames ?? []).map((username) => ({
        username,
        password: generatePassword(),
      }));
      passwords.current = { id, people };
    }
    return { passwords: passwords.current.people };
  };

  return (
    <ImportFrame
      title={t('access:import')}
      lead={t('access:import-lead')}
      crumb={<Link to="/accounts">{t('access:accounts')}</Link>}
      steps={steps}
      also={withPasswords}
      afterwards={first.people.length > 0 && <FirstPasswords steps={first} />}
      mayLeave={first.mayLeave}
      onward={
        <Link to="/accounts" className={buttonClass({ kind: first.saved ? 'main' : 'plain' })}>
          {t('access:to-accounts')}
        </Link>
      }
    >
      <DomainForm form={form} id={steps.formId} onSubmit={({ file }) => steps.check({ file, passwords: [] })}>
        <ImportFileField control={form.control} name="file" steps={steps} />
        <CheckAct steps={steps} />
      </DomainForm>
    </ImportFrame>
  );
}
