import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { Ground } from '../work.ts';
import { atSignIn } from './sessions.ts';
import { countAttempt, forgiveAttempt } from './throttle.ts';

/** How a call ended, as tRPC tells it. */
export interface Outcome {
  readonly ok: boolean;
  readonly error?: { readonly cause?: unknown };
}

const wrong: readonly string[] = ['access.wrong-current-password', 'access.wrong-code'];
const isWrong = ({ error }: Outcome) =>
  error?.cause instanceof DomainError && wrong.includes(error.cause.key);

/**
 * Counts a call that says one's current password like an attempt to sign in, before it is judged and apart from its
 * transaction, which a refusal takes back. Whoever found an open session learns no password by it.
 * @throws DomainError `throttled`
 */
export async function countCurrent<Result extends Outcome>(
  { database, now }: Ground,
  accountId: string,
  judge: () => Promise<Result>,
  noteWrong: () => Promise<void>,
): Promise<Result> {
  const counters = { strict: `current:${accountId}`, wide: undefined };
  await atSignIn(database, (tx) => countAttempt(tx, counters, now()));
  const outcome = await judge();
  if (isWrong(outcome)) await noteWrong();
  else await atSignIn(database, (tx) => forgiveAttempt(tx, counters));
  return outcome;
}
