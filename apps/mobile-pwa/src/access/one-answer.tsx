import { Button } from '@kycuong/ui/plain/button.tsx';
import { Field, fieldDescription } from '@kycuong/ui/plain/field.tsx';
import { type InputHTMLAttributes, type ReactNode, type SubmitEvent, useState } from 'react';
import { errorText } from '../language.ts';
import { failureReason } from './failure-reason.ts';
import { SlowAnswer } from './slow-answer.tsx';

interface OneAnswerProps {
  readonly label: string;
  readonly help: string;
  readonly confirm: string;
  readonly onAnswer: (answer: string) => Promise<void>;
  /** The field itself, whatever its kind. */
  readonly children: (input: InputHTMLAttributes<HTMLInputElement> & { readonly id: string }) => ReactNode;
}

/** A step of signing in that asks for one thing: a field, what was wrong with it, and the way on. */
export function OneAnswer({ label, help, confirm, onAnswer, children }: OneAnswerProps) {
  const [answer, setAnswer] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (answer === '') return setProblem(errorText('input.required', {}));
    setBusy(true);
    setProblem(undefined);
    try {
      await onAnswer(answer);
    } catch (error) {
      setProblem(await failureReason(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Field id="answer" label={label} help={help} error={problem}>
        {children({
          id: 'answer',
          value: answer,
          onChange: (event) => setAnswer(event.target.value),
          'aria-invalid': problem !== undefined || undefined,
          'aria-describedby': fieldDescription('answer', { help: true, error: problem !== undefined }),
          autoFocus: true,
          required: true,
        })}
      </Field>
      <SlowAnswer busy={busy} />
      <Button type="submit" kind="main" size="touch" wide busy={busy}>
        {confirm}
      </Button>
    </form>
  );
}
