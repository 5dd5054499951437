import type { ReactNode } from 'react';
import { FormRowContext } from './form-frame.ts';

interface FormRowProps {
  /** What tells it from its like, also before each of its fields in the summary of errors: `Yêu cầu 2`. */
  readonly name: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** One of several rows whose fields are called the same in each. */
export function FormRow({ name, className, children }: FormRowProps) {
  return (
    <FormRowContext value={name}>
      <fieldset className={className} aria-label={name}>
        {children}
      </fieldset>
    </FormRowContext>
  );
}
