import { leastPasswordLength } from '@kycuong/domain/access/change-password.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Field, fieldDescription } from '@kycuong/ui/plain/field.tsx';
import { PasswordInput } from '@kycuong/ui/plain/password-input.tsx';
import { type SubmitEvent, useState } from 'react';
import { useMessages } from '../language.ts';
import { useField } from '../shell/field-context.ts';
import { failureReason } from './failure-reason.ts';

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
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await server.setPassword(given.password, next);
      await onSet(given.username, next);
    } catch (error) {
      setProblem(failureReason(error, t('field:sign-in.failed')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <h1>{t('field:own-password.title')}</h1>
      <p className="lead">{t('field:own-password.lead')}</p>
      <form onSubmit={(event) => void submit(event)}>
        <Field
          id="next"
          label={t('field:own-password.next')}
          help={t('field:own-password.help', { min: leastPasswordLength })}
          error={problem}
        >
          <PasswordInput
            id="next"
            size="touch"
            showLabel={t('field:sign-in.show')}
            autoComplete="new-password"
            autoFocus
            minLength={leastPasswordLength}
            value={next}
            onChange={(event) => setNext(event.target.value)}
            aria-invalid={problem !== undefined || undefined}
            aria-describedby={fieldDescription('next', { help: true, error: problem !== undefined })}
            required
          />
        </Field>
        <Button type="submit" kind="main" size="touch" wide busy={busy}>
          {t('field:own-password.set')}
        </Button>
      </form>
      <Button kind="quiet" size="touch" onClick={onBack}>
        {t('field:own-password.back')}
      </Button>
    </>
  );
}
