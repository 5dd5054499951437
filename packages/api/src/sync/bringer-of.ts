import type { Ask } from './field-transaction.ts';

/** By whose hands something comes. */
export interface Hands {
  /** Null: the author's session, or a device by itself. */
  readonly senderId: string | null;
  readonly signedBy: string | null;
}

/**
 * On whom it counts what is brought: the person, and for a device by itself whoever registered it, however many devices
 * those are. Null: the author's own session.
 */
export async function bringerOf(ask: Ask, { senderId, signedBy }: Hands): Promise<string | null> {
  if (senderId !== null || signedBy === null) return senderId;
  const [row] = await ask<{ registered_by: string }>('select registered_by from device where id = $1', [
    signedBy,
  ]);
  return row?.registered_by ?? signedBy;
}
