import type { Ref } from 'react';
import type { FieldErrors, FieldValues } from 'react-hook-form';
import { useMessages } from '../i18n.ts';
import { Icon } from '../plain/icon.tsx';
import type { FormFrame } from './form-frame.ts';

interface Problem {
  readonly name: string;
  readonly message: string;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Every message of a tree of errors, with the dotted name of its field. */
export function problemsIn(tree: unknown, path: readonly string[] = []): Problem[] {
  if (!isTree(tree)) return [];
  if (typeof tree.message === 'string') return [{ name: path.join('.'), message: tree.message }];
  return Object.entries(tree).flatMap(([key, part]) =>
    key === 'ref' ? [] : problemsIn(part, [...path, key]),
  );
}

interface ErrorSummaryProps<Values extends FieldValues> {
  readonly errors: FieldErrors<Values>;
  readonly frame: FormFrame;
  readonly ref?: Ref<HTMLDivElement>;
}

/** On top of the form: what is wrong, each a link to its field. */
export function ErrorSummary<Values extends FieldValues>({ errors, frame, ref }: ErrorSummaryProps<Values>) {
  const { t } = useMessages();
  const controls = [...document.querySelectorAll(`[id^="${CSS.escape(frame.prefix)}"]`)];
  // As they stand on the page: a row that was added came to the form after the fields below it.
  const placeOf = ({ name }: Problem) => controls.findIndex(({ id }) => id === `${frame.prefix}${name}`);
  const problems = problemsIn(errors).toSorted((a, b) => placeOf(a) - placeOf(b));
  if (problems.length === 0) return null;
  const fields = problems.filter(({ name }) => frame.labels.has(name)).length;
  return (
    <div ref={ref} className="kc-error-summary" role="alert" tabIndex={-1}>
      <Icon name="failed" />
      <div>
        {fields > 0 && <p>{t('parts:form-errors', { count: fields })}</p>}
        <ul>
          {problems.map(({ name, message }) => {
            const label = frame.labels.get(name);
            return (
              <li key={name}>
                {label === undefined ? (
                  message
                ) : (
                  <button
                    type="button"
                    onClick={() => document.getElementById(`${frame.prefix}${name}`)?.focus()}
                  >
                    {label}: {message}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
