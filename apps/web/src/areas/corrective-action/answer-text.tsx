import { FieldError } from '@kycuong/ui/plain/field.tsx';
import type { AnswerFormType } from './answer-form-type.ts';

interface AnswerTextProps {
  readonly form: AnswerFormType;
  readonly name: 'cause' | 'correction';
  readonly label: string;
}

/** The section's heading is its label. */
export function AnswerText({ form, name, label }: AnswerTextProps) {
  const error = form.formState.errors[name]?.message;
  return (
    <div>
      <textarea
        {...form.register(name)}
        id={`answer-${name}`}
        className="kc-input kc-input--area"
        aria-label={label}
        aria-invalid={error !== undefined}
        aria-describedby={error && `answer-${name}-error`}
        rows={2}
        style={{ '--rows': 2 }}
      />
      {error && <FieldError id={`answer-${name}`}>{error}</FieldError>}
    </div>
  );
}
