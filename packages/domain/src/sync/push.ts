import * as z from 'zod/mini';
import type { CommandEnvelope } from './command-envelope.ts';

export const mostPushedAtOnce = 1000;

/**
 * Commands of a tablet, in the order of each visit's sequence. Each is checked by itself (`CommandEnvelope`),
 * so that a bad one blocks no other.
 */
export const PushCommands = z.object({
  commands: z.array(z.unknown()).check(z.maxLength(mostPushedAtOnce)),
});
export type PushCommands = { readonly commands: readonly CommandEnvelope[] };

export interface Pushed {
  /**
   * One text a command, in the same order: the stored receipt (`Receipt` as JSON). Null: the server failed on it or on
   * one that it builds on, or has kept enough for a day of what takes no effect; nothing is stored, and it is to be sent again.
   */
  readonly receipts: readonly (string | null)[];
  readonly serverTime: string;
}
