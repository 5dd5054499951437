import * as z from 'zod/mini';
import { Seen } from '../input/seen.ts';
import { StandardEdition } from './standard-edition.ts';

/** From when to when an edition applies, written anew with the document that says so; its name stays. */
export const SetEdition = z
  .extend(z.omit(StandardEdition, { title: true }), { seen: Seen })
  .check(
    z.refine(
      ({ effectiveFrom, supersededOn }) =>
        supersededOn === null || (effectiveFrom !== null && effectiveFrom < supersededOn),
      { error: 'input.date-order', path: ['supersededOn'] },
    ),
  );
export type SetEdition = z.infer<typeof SetEdition>;
