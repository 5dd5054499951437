import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type FieldValues, get, type UseFormReturn } from 'react-hook-form';
import { useMessages } from '../i18n.ts';
import { applyRefusal } from './apply-refusal.ts';
import { ErrorSummary } from './error-summary.tsx';
import { type FormFrame, FormFrameContext } from './form-frame.ts';
import { noteFields } from './form-schema.ts';

interface DomainFormProps<Input extends FieldValues, Output> {
  readonly form: UseFormReturn<Input, unknown, Output>;
  /** So that a button outside, in the page's head, can send it. */
  readonly id?: string;
  /** Rejected or refused input stays as typed; put refusals back with `applyRefusal`. */
  readonly onSubmit: (payload: Output) => unknown;
  /** One field, which is typed anew when it was wrong: the keys stay in it, the summary is only told. */
  readonly isOneField?: boolean;
  readonly children: ReactNode;
}

/** One column, errors summed up on top and beside their fields; nothing typed is ever lost. */
export function DomainForm<Input extends FieldValues, Output>({
  form,
  id,
  onSubmit,
  isOneField = false,
  children,
}: DomainFormProps<Input, Output>) {
  const { language } = useMessages();
  const prefix = useId();
  const [frame] = useState<FormFrame>(() => ({ prefix: `${prefix}-`, fields: new Map(), judged: new Set() }));
  noteFields(form.control, frame.fields);
  const summary = useRef<HTMLDivElement>(null);
  const { errors, submitCount } = form.formState;
  const [attempt, setAttempt] = useState(0);
  const told = errors.root?.told?.type;
  // Not before the summary stands on the page, which a refusal of the server brings later than the form's own errors.
  useEffect(() => {
    if (attempt === 0 && told === undefined) return;
    const [only] = frame.fields.keys();
    const field = isOneField && summary.current && document.getElementById(`${frame.prefix}${only}`);
    if (field instanceof HTMLInputElement) {
      field.focus();
      field.select();
      return;
    }
    summary.current?.focus({ preventScroll: true });
    summary.current?.scrollIntoView({ block: 'center' });
  }, [attempt, told, frame, isOneField]);

  /** Puts what the fields themselves see to be wrong beside what the schema said. */
  const judgeFields = () => {
    const values = form.getValues();
    const issues = [...frame.fields].flatMap(([field, { judge }]) => {
      const issue = judge?.(get(values, field));
      return issue ? [{ field, ...issue }] : [];
    });
    if (issues.length > 0)
      applyRefusal(form.setError, { key: 'input.invalid', details: {}, issues }, language);
    return issues.length === 0;
  };
  const submit = form.handleSubmit(
    async (payload) => {
      if (judgeFields()) await onSubmit(payload);
    },
    () => void judgeFields(),
  );
  return (
    <FormFrameContext value={frame}>
      <form
        id={id}
        className="kc-form"
        noValidate
        onSubmit={(event) => {
          frame.judged?.clear();
          for (const name of frame.fields.keys()) frame.judged?.add(name);
          void submit(event).finally(() => setAttempt((count) => count + 1));
        }}
      >
        {children}
        {(submitCount > 0 || told !== undefined) && (
          <div className="kc-form-top">
            <ErrorSummary ref={summary} errors={errors} frame={frame} />
          </div>
        )}
      </form>
    </FormFrameContext>
  );
}
