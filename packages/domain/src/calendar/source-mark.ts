import * as z from 'zod/mini';

/**
 * How sure a shipped fact is: V read in the named source, M from memory and to be checked, P provincial practice.
 * People may edit any of them.
 */
export const sourceMarks = ['V', 'M', 'P'] as const;
export const SourceMark = z.enum(sourceMarks);
export type SourceMark = z.infer<typeof SourceMark>;
