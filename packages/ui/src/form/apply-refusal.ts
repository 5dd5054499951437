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
}
