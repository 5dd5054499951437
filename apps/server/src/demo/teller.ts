import type { Command, Loaded } from '@kycuong/api/command.ts';
import { openReceipt, perform } from '@kycuong/api/door.ts';
import type { EvidenceStore } from '@kycuong/api/evidence/store.ts';
import { ask, type Query } from '@kycuong/api/query.ts';
import { reasonError } from '@kycuong/api/reason-error.ts';
import type { Caller } from '@kycuong/api/transaction.ts';
import type { Ground } from '@kycuong/api/work.ts';
import type { Database } from '@kycuong/db/connection.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type * as z from 'zod/mini';

/** Who tells a part of the story: one of its people by user name, or the system before there are any. */
export type Voice = string;
export const system: Voice = '';

/** Tells the story through the command door, each part by one of its people and at its own moment. */
export interface Teller {
  readonly ground: Ground;
  readonly store: EvidenceStore;
  /** Everything told from here on happens at this moment. */
  readonly setNow: (at: Date) => void;
  readonly know: (username: string, accountId: string) => void;
  readonly accountId: (username: string) => string;
  readonly tell: <Schema extends z.ZodMiniType, Facts extends Loaded, Output>(
    voice: Voice,
    definition: Command<Schema, Facts, Output>,
    payload: z.input<Schema>,
  ) => Promise<Output>;
  readonly look: <Schema extends z.ZodMiniType, Output>(
    voice: Voice,
    definition: Query<Schema, Output>,
    input: z.input<Schema>,
  ) => Promise<Output>;
}

/** @throws Error when the product refuses a part of the story: then the story is wrong. */
export function createTeller(database: Database, store: EvidenceStore, start: Date): Teller {
  let now = start;
  const ground: Ground = { database, now: () => now };
  const accountIds = new Map<string, string>();
  const accountId = (username: string) => {
    const id = accountIds.get(username);
    if (id === undefined) throw new Error(`The story knows nobody called ${username}`);
    return id;
  };
  const callerOf = (voice: Voice): Caller =>
    voice === system
      ? { kind: 'system', name: 'Câu chuyện mẫu', roles: ['administrator'] }
      : { kind: 'person', accountId: accountId(voice) };
  return {
    ground,
    store,
    setNow: (at) => {
      now = at;
    },
    know: (username, id) => void accountIds.set(username, id),
    accountId,
    tell: async <Schema extends z.ZodMiniType, Facts extends Loaded, Output>(
      voice: Voice,
      definition: Command<Schema, Facts, Output>,
      payload: z.input<Schema>,
    ) => {
      const request = { ground, caller: callerOf(voice) };
      const text = await perform(definition, request, { id: uuidV7(), payload });
      const { reason, result } = openReceipt(text);
      if (reason !== undefined)
        throw new Error(
          `The story was refused: ${definition.action} by ${voice}: ${JSON.stringify(reason)}`,
          {
            cause: reasonError(reason),
          },
        );
      return result as Output;
    },
    look: (voice, definition, input) => ask(definition, { ground, caller: callerOf(voice) }, input),
  };
}
