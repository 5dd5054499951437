import * as z from 'zod/mini';

/** Code of a checklist item, unique in its version: `D01`, `M16`, `Q05` … */
export const ItemCode = z.string().check(z.maxLength(20), z.regex(/^[A-Z][A-Z0-9.-]*$/));
export type ItemCode = z.infer<typeof ItemCode>;
