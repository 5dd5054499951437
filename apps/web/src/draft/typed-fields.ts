import { differences } from './differences.ts';
import { sameKind } from './fitted.ts';

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Blob);
}

/** What of a form says something else than when it began, field by field; rows go together. Files cannot be kept. */
export function typedFields(now: object, begun: object): Record<string, unknown> {
  const typed = Object.entries(now).flatMap(([field, value]): [string, unknown][] => {
    const before: unknown = Reflect.get(begun, field);
    if (value instanceof Blob || differences(value, before).length === 0) return [];
    return [[field, isGroup(value) && isGroup(before) ? typedFields(value, before) : value]];
  });
  return Object.fromEntries(typed);
}

/** A form with what was typed in it; what is of another kind than the form has is left out. */
export function withTyped<Form extends object>(form: Form, typed: object): Form {
  const taken = Object.entries(typed).flatMap(([field, value]): [string, unknown][] => {
    const here: unknown = Reflect.get(form, field);
    if (!sameKind(value, here)) return [];
    return [[field, isGroup(value) && isGroup(here) ? withTyped(here, value) : value]];
  });
  return { ...form, ...Object.fromEntries(taken) };
}
