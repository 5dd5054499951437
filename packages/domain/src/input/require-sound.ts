import { DomainError } from '../error/domain-error.ts';
import { isStorableText } from './is-storable-text.ts';
import { isTooDeep, mostLevels } from './is-too-deep.ts';

/** @throws DomainError `invalid` */
export function requireShallow(value: unknown): void {
  if (isTooDeep(value)) throw new DomainError('invalid', 'input.too-deep', { maximum: mostLevels });
}

function unstorable(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return isStorableText(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = unstorable(part, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Before any schema looks at it: no deeper than what we take, and no text that the database does not.
 * @throws DomainError `invalid`, with the `field` that is wrong
 */
export function requireSound(value: unknown): void {
  requireShallow(value);
  const path = unstorable(value, []);
  if (path === undefined) return;
  const field = path.join('.').toWellFormed().replaceAll('\0', '');
  throw new DomainError('invalid', 'input.wrong-format', { field }, [
    { field, key: 'input.wrong-format', details: {} },
  ]);
}
