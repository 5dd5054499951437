import { Button } from '@kycuong/ui/plain/button.tsx';
import { Field, fieldDescription } from '@kycuong/ui/plain/field.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { type SubmitEvent, useState } from 'react';
import { useMessages } from '../language.ts';
import { failureReason } from './failure-reason.ts';

/** After the password: the code of the app, or a factor that has to be enrolled at the console first. */
export type SecondStep = 'code' | 'enrolment';

interface EnterSecondStepProps {
  readonly step: SecondStep;
  readonly onCode: (code: string) => Promise<void>;
  readonly onBack: () => void;
}

export function EnterSecondStep({ step, onCode, onBack }: EnterSecondStepProps) {
  const { t } = useMessages();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await onCode(code);
    } catch (error) {
      setProblem(failureReason(error, t('field:sign-in.failed')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <h1>{t('field:second-step.title')}</h1>
      {step === 'enrolment' ? (
        <Notice
          icon="key"
          acts={
            <a href="/sign-in?from=/field/" className="kc-button kc-button--main kc-button--touch">
              {t('field:second-step.to-console')}
            </a>
          }
        >
          {t('field:second-step.enrol')}
        </Notice>
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <Field
            id="code"
            label={t('field:second-step.code')}
            help={t('field:second-step.help')}
            error={problem}
          >
            <input
              id="code"
              name="code"
              className="kc-input kc-input--touch"
              autoComplete="one-time-code"
              autoCapitalize="none"
              // biome-ignore lint/a11y/noAutofocus: the only thing to do here
              autoFocus
              value={code}
              onChange={(event) => setCode(event.target.value)}
              aria-invalid={problem !== undefined || undefined}
              aria-describedby={fieldDescription('code', { help: true, error: problem !== undefined })}
              required
            />
          </Field>
          <Button type="submit" kind="main" size="touch" wide busy={busy}>
            {t('field:sign-in.enter')}
          </Button>
        </form>
      )}
      <Button kind="quiet" size="touch" onClick={onBack}>
        {t('field:own-password.back')}
      </Button>
    </>
  );
}
