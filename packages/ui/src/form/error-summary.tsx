import type { Ref } from 'react';
import type { FieldErrors, FieldValues } from 'react-hook-form';
import { type Translate, useMessages } from '../i18n.ts';
import { Icon } from '../plain/icon.tsx';
import { onlyAgain } from './apply-refusal.ts';
import { type FormFrame, isNew, type NamedField } from './form-frame.ts';
import { plainLabel } from './plain-label.ts';
import { saidOf } from './said-of.ts';

interface Problem {
  readonly name: string;
  readonly type: string | undefined;
  readonly message: string;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Every message of a tree of errors, with the dotted name of its field. */
export function problemsIn(tree: unknown, path: readonly string[] = []): Problem[] {
  if (!isTree(tree)) return [];
  if (typeof tree.message === 'string') {
    const type = typeof tree.type === 'string' ? tree.type : undefined;
    return [{ name: path.join('.'), type, message: tree.message }];
  }
  return Object.entries(tree).flatMap(([key, part]) =>
    key === 'ref' ? [] : problemsIn(part, [...path, key]),
  );
}

/** One line for one field, told apart from its like in other rows, and not naming it twice. */
export function problemLine(
  { type, message }: Omit<Problem, 'name'>,
  field: NamedField,
  t: Translate,
): string {
  const { label, row, asks } = field;
  const said = saidOf({ type, message }, field, t);
  // What is to be ticked is a sentence of its own, and so is what is said of it.
  const isNamed = asks === 'tick' || type === 'input.required' || said.startsWith(plainLabel(label));
  const named = isNamed ? said : `${label}: ${said}`;
  return row === undefined ? named : `${row}: ${named}`;
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
  const problems = problemsIn(errors)
    .filter(({ name, type }) => type !== 'input.required' || !frame.fields.has(name) || !isNew(frame, name))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
  if (problems.length === 0) return null;
  const isCalm = problems.every(({ type }) => type === onlyAgain);
  const fields = problems.filter(({ name }) => frame.fields.has(name)).length;
  return (
    <div
      ref={ref}
      className={`kc-error-summary kc-tone-${isCalm ? 'act' : 'late'}`}
      role="alert"
      tabIndex={-1}
    >
      <Icon name={isCalm ? 'info' : 'failed'} />
      <div>
        {fields > 0 && <p>{t('parts:form-errors', { count: fields })}</p>}
        <ul>
          {problems.map((problem) => {
            const { name, message } = problem;
            const field = frame.fields.get(name);
            return (
              <li key={name}>
                {field === undefined ? (
                  message
                ) : (
                  <button
                    type="button"
                    onClick={() => document.getElementById(`${frame.prefix}${name}`)?.focus()}
                  >
                    {problemLine(problem, field, t)}
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
