import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { ErrorSummary } from './error-summary.tsx';
import { type FormFrame, FormFrameContext } from './form-frame.ts';

interface DomainFormProps<Input extends FieldValues, Output> {
  readonly form: UseFormReturn<Input, unknown, Output>;
  /** So that a button outside, in the page's head, can send it. */
  readonly id?: string;
  /** Rejected or refused input stays as typed; put refusals back with `applyRefusal`. */
  readonly onSubmit: (payload: Output) => Promise<void> | void;
  readonly children: ReactNode;
}

/** One column, errors summed up on top and beside their fields; nothing typed is ever lost. */
export function DomainForm<Input extends FieldValues, Output>({
  form,
  id,
  onSubmit,
  children,
}: DomainFormProps<Input, Output>) {
  const prefix = useId();
  const [frame] = useState<FormFrame>(() => ({ prefix: `${prefix}-`, labels: new Map() }));
  const summary = useRef<HTMLDivElement>(null);
  const { errors, submitCount } = form.formState;
  const [attempt, setAttempt] = useState(0);
  // Not before the summary stands on the page, which a refusal of the server brings later than the form's own errors.
  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);

  const submit = form.handleSubmit(onSubmit);
  return (
    <FormFrameContext value={frame}>
      <form
        id={id}
        className="kc-form"
        noValidate
        onSubmit={(event) => {
          void submit(event).finally(() => setAttempt((count) => count + 1));
        }}
      >
        {children}
        {submitCount > 0 && (
          <div className="kc-form-top">
            <ErrorSummary ref={summary} errors={errors} frame={frame} />
          </div>
        )}
      </form>
    </FormFrameContext>
  );
}
