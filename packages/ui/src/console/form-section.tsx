import type { ReactNode } from 'react';

interface FormSectionProps {
  readonly number?: number;
  readonly title: string;
  /** At the right: what this section still lacks, as a `State`. */
  readonly state?: ReactNode;
  readonly help?: ReactNode;
  readonly children: ReactNode;
}

/** Number, title, its own state, help where the doubt is, then the fields. */
export function FormSection({ number, title, state, help, children }: FormSectionProps) {
  return (
    <fieldset className="kc-form-section">
      <legend>
        <span>
          {number !== undefined && `${number}. `}
          {title}
        </span>
        {state}
      </legend>
      {help && <p className="kc-field-help">{help}</p>}
      <div className="kc-form-fields">{children}</div>
    </fieldset>
  );
}
