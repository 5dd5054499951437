import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import type { ReactNode } from 'react';
import type { FirstPasswordSteps } from './use-first-passwords.ts';

interface FirstPasswordsProps {
  readonly steps: FirstPasswordSteps;
  readonly acts?: ReactNode;
}

/** First passwords, shown this once: only their hashes are kept. */
export function FirstPasswords({ steps, acts }: FirstPasswordsProps) {
  const { t } = useMessages();
  const { people, saved, save } = steps;
  return (
    <section className="first-passwords">
      <Notice
        tone="soon"
        icon="key"
        role="status"
        title={t('access:made', { count: people.length })}
        acts={
          <Button kind={saved ? 'plain' : 'main'} icon="download" onClick={save}>
            {t('access:save-passwords')}
          </Button>
        }
      >
        {t('access:shown-once')}
      </Notice>
      <DataTable
        label={t('access:first-password')}
        rows={people}
        rowKey={({ username }) => username}
        columns={[
          { key: 'username', title: t('access:username'), cell: ({ username }) => username },
          {
            key: 'password',
            title: t('access:first-password'),
            cell: ({ password }) => <code>{password}</code>,
          },
        ]}
      />
      {acts && <div className="kc-form-acts">{acts}</div>}
    </section>
  );
}
