import * as z from 'zod/mini';
import { optionalText } from '../input/bounded-text.ts';
import { DeclaredNotSecret } from '../input/declared-not-secret.ts';
import { Id } from '../input/id.ts';

/** Gives a command of one's own that the server refused to the leader of the team, who may still admit it. */
export const HandToLeader = z.object({
  visitId: Id,
  refusedId: Id,
  note: optionalText(2000),
  declaredNotSecret: DeclaredNotSecret,
});
export type HandToLeader = z.infer<typeof HandToLeader>;
