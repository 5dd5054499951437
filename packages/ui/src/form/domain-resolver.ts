import { toNestErrors } from '@hookform/resolvers';
import { type ErrorKey, errorText, type Language } from '@kycuong/domain/error/catalogue.ts';
import type { ErrorDetails, InputIssue } from '@kycuong/domain/error/domain-error.ts';
import { inputIssues } from '@kycuong/domain/error/validate.ts';
import type { FieldValues, Resolver } from 'react-hook-form';
import type * as z from 'zod/mini';

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** A field left empty was not filled in: `''` becomes undefined, at any depth. */
export function withoutEmpty(value: unknown): unknown {
  if (value === '') return undefined;
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutEmpty(part)]));
}

/** What the server would refuse besides, and no schema can say. */
export type AlsoWrong<Input> = (values: Input) => Promise<readonly InputIssue[]>;

/** The schema of the command is the form's judge; its words are the server's words. */
export function domainResolver<Input extends FieldValues, Output>(
  schema: z.ZodMiniType<Output, Input>,
  language: Language,
  also?: AlsoWrong<Input>,
): Resolver<Input, unknown, Output> {
  return async (values, _context, options) => {
    const parsed = schema.safeParse(withoutEmpty(values), { reportInput: true });
    const others = (await also?.(values)) ?? [];
    if (parsed.success && others.length === 0) return { values: parsed.data, errors: {} };
    const issues = [...(parsed.success ? [] : inputIssues(parsed.error)), ...others];
    const errors = issues.map(({ field, key, details }) => [
      field === '' ? 'root' : field,
      { type: key, message: fieldText(key, details, language) },
    ]);
    // The first issue of a field is the one worth reading, so later ones do not overwrite it.
    return { values: {}, errors: toNestErrors(Object.fromEntries(errors.toReversed()), options) };
  };
}

export function fieldText(key: ErrorKey, details: ErrorDetails, language: Language): string {
  return errorText(key, language, details);
}
