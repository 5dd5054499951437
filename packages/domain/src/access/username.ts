import * as z from 'zod/mini';

const shape = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/;

export function isUsername(text: string): boolean {
  return shape.test(text);
}

/** What a person signs in with: 1 to 64 plain letters, digits, dots, hyphens and underscores, in lower case. */
export const Username = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(64),
    z.refine(isUsername, { error: 'access.username-shape' }),
  );
