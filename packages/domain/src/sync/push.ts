import * as z from 'zod/mini';
import { CommandEnvelope } from './command-envelope.ts';

export const mostPushedAtOnce = 200;

/** Commands of one person's tablet, in the order of each visit's sequence. */
export const PushCommands = z.object({
  commands: z.array(CommandEnvelope).check(z.maxLength(mostPushedAtOnce)),
});
export type PushCommands = z.infer<typeof PushCommands>;

export interface Pushed {
  /** One text a command, in the same order: the stored receipt (`Receipt` as JSON). */
  readonly receipts: readonly string[];
  readonly serverTime: string;
}
