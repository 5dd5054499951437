import * as z from 'zod/mini';
import { ItemCode } from '../checklist/item-code.ts';
import { Id } from '../input/id.ts';

/**
 * Who of the team takes which section; null: nobody. A section that is left out stays as it is. It divides the work
 * and locks nothing: everybody in the team may answer everything.
 */
export const AssignSections = z.object({
  visitId: Id,
  sections: z
    .array(z.object({ code: ItemCode, accountId: z.nullable(Id) }))
    .check(z.minLength(1), z.maxLength(50)),
});
export type AssignSections = z.infer<typeof AssignSections>;
