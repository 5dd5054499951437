import { useMessages } from '@kycuong/ui/i18n.ts';
import { useState } from 'react';
import { useLeaveGuard } from '../../use-leave-guard.ts';
import { csvOf, saveText } from '../organisation/save-text.ts';

export interface MadeAccount {
  readonly username: string;
  readonly password: string;
}

/** First passwords are nowhere else: until they are taken away as a file, whoever would leave the page is asked. */
export function useFirstPasswords(people: readonly MadeAccount[]) {
  const { t } = useMessages();
  const [taken, setTaken] = useState('');
  const these = people.map(({ password }) => password).join();
  const saved = taken === these;
  const mayLeave = useLeaveGuard(() => !saved, {
    title: t('access:leave-passwords-title'),
    text: t('access:leave-passwords'),
  });
  const save = () => {
    saveText(
      'mat-khau-lan-dau.csv',
      csvOf([
        [t('access:username'), t('access:first-password')],
        ...people.map(({ username, password }) => [username, password]),
      ]),
    );
    setTaken(these);
  };
  return { people, saved, save, mayLeave };
}

export type FirstPasswordSteps = ReturnType<typeof useFirstPasswords>;
