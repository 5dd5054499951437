import * as z from 'zod/mini';

/** A UUID (version 7 when made here), in lower case. */
export const Id = z.uuid().check(z.toLowerCase());
export type Id = z.infer<typeof Id>;
