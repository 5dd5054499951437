import * as z from 'zod/mini';
import { ifNear } from '../input/bounded-text.ts';
import { storableLine } from '../input/storable-text.ts';

const shape = /^[a-z][a-z0-9._-]{0,62}[a-z0-9]$/;

/** Whether a new account may be called so. A number would lose its zeros in a workbook, and one letter is nobody's name. */
export function isUsername(text: string): boolean {
  return shape.test(text);
}

/** What a new person signs in with: 2 to 64 plain letters, digits, dots, hyphens and underscores, in lower case. */
export const Username = z
  .string()
  .check(
    z.overwrite(ifNear(storableLine, 64)),
    z.trim(),
    z.toLowerCase(),
    z.maxLength(64),
    z.refine(isUsername, { error: 'access.username-shape' }),
  );
