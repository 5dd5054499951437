import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useMessages } from '../language.ts';
import { OneAnswer } from './one-answer.tsx';

/** After the password: the code of the app, or a factor that has to be enrolled at the console first. */
export type SecondStep = 'code' | 'enrolment';

interface EnterSecondStepProps {
  readonly step: SecondStep;
  readonly onCode: (code: string) => Promise<void>;
  readonly onBack: () => void;
}

export function EnterSecondStep({ step, onCode, onBack }: EnterSecondStepProps) {
  const { t } = useMessages();
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
        <OneAnswer
          label={t('field:second-step.code')}
          help={t('field:second-step.help')}
          confirm={t('field:sign-in.enter')}
          onAnswer={onCode}
        >
          {(input) => (
            <input
              {...input}
              className="kc-input kc-input--touch"
              autoComplete="one-time-code"
              autoCapitalize="none"
            />
          )}
        </OneAnswer>
      )}
      <Button kind="quiet" size="touch" onClick={onBack}>
        {t('field:own-password.back')}
      </Button>
    </>
  );
}
