import * as z from 'zod/mini';

/** The version of what was read before an act on it; none where nothing stood there. */
export const Seen = z.nullish(z.string().check(z.maxLength(64)));
