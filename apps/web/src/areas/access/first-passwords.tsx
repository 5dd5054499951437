import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import type { ReactNode } from 'react';
import { csvOf, saveText } from '../organisation/save-text.ts';

interface FirstPasswordsProps {
  readonly people: readonly { readonly username: string; readonly password: string }[];
  readonly acts?: ReactNode;
}

/** First passwords, shown this once: only their hashes are kept. */
export function FirstPasswords({ people, acts }: FirstPasswordsProps) {
  const { t } = useMessages();
  const save = () =>
    saveText(
      'mat-khau-lan-dau.csv',
      csvOf([
        [t('access:username'), t('access:first-password')],
        ...people.map(({ username, password }) => [username, password]),
      ]),
    );
  return (
    <section className="first-passwords">
      <Notice
        tone="soon"
        icon="key"
        role="status"
        title={t('access:made', { count: people.length })}
        acts={
          <Button size="small" icon="download" onClick={save}>
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
