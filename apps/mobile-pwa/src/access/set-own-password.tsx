import { leastPasswordLength } from '@kycuong/domain/access/change-password.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { PasswordInput } from '@kycuong/ui/plain/password-input.tsx';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { OneAnswer } from './one-answer.tsx';

/** What somebody signed in with, and may only replace. */
export interface GivenPassword {
  readonly username: string;
  readonly password: string;
}

interface SetOwnPasswordProps {
  readonly given: GivenPassword;
  /** Goes on with the password that is now theirs. */
  readonly onSet: (username: string, password: string) => Promise<void>;
  readonly onBack: () => void;
}

/** The first sign-in with a password that somebody else gave: here, with the network that it needs anyway. */
export function SetOwnPassword({ given, onSet, onBack }: SetOwnPasswordProps) {
  const { server } = useField();
  const { t } = useMessages();
  return (
    <>
      <h1>{t('field:own-password.title')}</h1>
      <p className="lead">{t('field:own-password.lead')}</p>
      <OneAnswer
        label={t('field:own-password.next')}
        help={t('field:own-password.help', { min: leastPasswordLength })}
        confirm={t('field:own-password.set')}
        onAnswer={async (next) => {
          await server.setPassword(given.password, next);
          await onSet(given.username, next);
        }}
      >
        {(input) => (
          <PasswordInput
            {...input}
            size="touch"
            showLabel={t('field:sign-in.show')}
            autoComplete="new-password"
          />
        )}
      </OneAnswer>
      <Button kind="quiet" size="touch" onClick={onBack}>
        {t('field:own-password.back')}
      </Button>
    </>
  );
}
