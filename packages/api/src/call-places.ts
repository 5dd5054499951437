import { addressKey } from './access/address-key.ts';
import type { Context } from './context.ts';
import { Places } from './places.ts';

/**
 * Calls that are answered at once, in this process: fewer than the database has connections, and of one account, or of
 * the strangers at one address, fewer still. All that a batch and the requests beside it may bring can wait.
 */
export const callPlaces = new Places({ atOnce: 8, perOwner: 3, waiting: 200 });

/** On whom a call counts. */
export function ownerOf(ctx: Context): string {
  const who = ctx.signedIn ?? ctx.toSetPassword ?? ctx.toEnterCode ?? ctx.toEnrol;
  return who?.accountId ?? addressKey(ctx.address);
}
