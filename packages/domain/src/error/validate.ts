import type * as z from 'zod/mini';
import { textLength } from '../input/storable-text.ts';
import type { ErrorKey } from './catalogue.ts';
import { DomainError, type ErrorDetails, type InputIssue } from './domain-error.ts';

type Issue = z.core.$ZodIssue;

/**
 * A schema says a key as its message; zod's own messages are sentences. The catalogue itself is not asked: its texts would
 * come with every form that is checked.
 */
function isKey(message: string): message is ErrorKey {
  return /^[a-z-]+\.[a-z-]+$/.test(message);
}

/** The text stands as it would be kept when its length is judged. */
function tooLong(text: unknown, maximum: number): ErrorDetails {
  return { maximum, over: typeof text === 'string' ? textLength(text) - maximum : undefined };
}

/** What a schema's own check says besides its key, for the message. */
function detailsOf(issue: Issue): ErrorDetails {
  const told = issue.code === 'custom' ? Object.entries(issue.params ?? {}) : [];
  return Object.fromEntries(
    told.filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  );
}

const isOfNumber = (origin: string) => origin === 'number' || origin === 'int';

function describe(issue: Issue): Pick<InputIssue, 'key' | 'details'> {
  if (isKey(issue.message)) return { key: issue.message, details: detailsOf(issue) };
  const sized = (amount: number | bigint, name: 'maximum' | 'minimum'): ErrorDetails => ({
    [name]: Number(amount),
  });
  switch (issue.code) {
    case 'invalid_type':
      return { key: issue.input === undefined ? 'input.required' : 'input.wrong-type', details: {} };
    case 'too_big':
      return issue.origin === 'string'
        ? { key: 'input.too-long', details: tooLong(issue.input, Number(issue.maximum)) }
        : {
            key: isOfNumber(issue.origin) ? 'input.above' : 'input.too-many',
            details: sized(issue.maximum, 'maximum'),
          };
    case 'too_small':
      if ((issue.origin === 'array' || issue.origin === 'set') && Number(issue.minimum) === 1)
        return { key: 'input.required', details: {} };
      if (issue.origin !== 'string')
        return {
          key: isOfNumber(issue.origin) ? 'input.below' : 'input.too-few',
          details: sized(issue.minimum, 'minimum'),
        };
      return Number(issue.minimum) <= 1
        ? { key: 'input.required', details: {} }
        : { key: 'input.too-short', details: sized(issue.minimum, 'minimum') };
    case 'invalid_format':
      return { key: 'input.wrong-format', details: {} };
    case 'invalid_value':
    case 'invalid_union':
      return { key: issue.input === undefined ? 'input.required' : 'input.wrong-choice', details: {} };
    case 'unrecognized_keys':
      return { key: 'input.unknown-key', details: {} };
    default:
      return { key: 'input.invalid', details: {} };
  }
}

/** Nobody mends more at once, and an answer, which may be stored, must not be many times what was sent. */
const mostIssues = 100;

/** The wrong places of an input, in the order of the schema; empty when the input is good. */
export function inputIssues(error: z.core.$ZodError): InputIssue[] {
  return error.issues
    .slice(0, mostIssues)
    .map((issue) => ({ field: issue.path.join('.'), ...describe(issue) }));
}

/** The parsed input, or a DomainError `invalid` that carries every wrong place. */
export function validate<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issues = inputIssues(parsed.error);
  const first = issues[0];
  throw new DomainError(
    'invalid',
    first?.key ?? 'input.invalid',
    { ...first?.details, field: first?.field ?? '' },
    issues,
  );
}
