import type { ErrorKey, Language } from '@kycuong/domain/error/catalogue.ts';
import type { ErrorDetails, InputIssue } from '@kycuong/domain/error/domain-error.ts';
import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import { fieldText } from './domain-resolver.ts';

/** What the server said no with: a key of the catalogue and, for input, every wrong place. */
export interface Refusal {
  readonly key: ErrorKey;
  readonly details: ErrorDetails;
  readonly issues: readonly InputIssue[];
}

function isPath<Values extends FieldValues>(field: string): field is FieldPath<Values> {
  return field !== '';
}

/** Brings the form's summary before the person, also when it was not the form's own button that sent it. */
function bringUp<Values extends FieldValues>(setError: UseFormSetError<Values>): void {
  setError('root.told', { type: String(performance.now()) });
}

/** The type of what is no fault any more: the same press only has to come again. */
export const onlyAgain = 'only-again';

/** What went wrong with the whole of it: nothing arrived, or nobody was signed in, which is mended before it is read. */
export function applyFailure<Values extends FieldValues>(
  setError: UseFormSetError<Values>,
  message: string,
  type?: typeof onlyAgain,
): void {
  setError('root.refused', { ...(type && { type }), message });
  bringUp(setError);
}

/** Puts a refusal where it belongs: beside its fields, or on top of the form when it belongs to none. */
export function applyRefusal<Values extends FieldValues>(
  setError: UseFormSetError<Values>,
  { key, details, issues }: Refusal,
  language: Language,
): void {
  const places = issues.length > 0 ? issues : [{ field: details.field ?? '', key, details }];
  for (const place of places) {
    const problem = { type: place.key, message: fieldText(place.key, place.details, language) };
    if (isPath<Values>(place.field)) setError(place.field, problem);
    else setError('root.refused', problem);
  }
  bringUp(setError);
}
