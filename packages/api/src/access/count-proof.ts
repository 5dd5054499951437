import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { Context } from '../context.ts';
import { tryNoteSecurity } from './note-security.ts';
import type { Proof } from './proof.ts';
import { atSignIn } from './sessions.ts';
import { type Counted, countAttempt, forgiveAttempt, takeBackAttempt } from './throttle.ts';

export type Proved = 'password' | 'code';
const events = { password: 'wrong-current-password', code: 'second-factor-failed' } as const;
const keyOf = { password: 'current', code: 'code' } as const;
const countersOf = (one: Proved, accountId: string) => ({
  strict: `${keyOf[one]}:${accountId}`,
  wide: undefined,
});

/**
 * Counts what a call says to prove who asks like an attempt to sign in, before it is judged and apart from its transaction,
 * which a refusal takes back: whoever found an open session learns no password by it. What was right begins anew, what
 * was wrong stays counted, and what was not judged at all leaves everything as it was.
 * @throws DomainError `throttled`
 */
export async function countProof<Result>(
  context: Context,
  accountId: string,
  said: readonly Proved[],
  judge: (proof: Proof) => Promise<Result>,
): Promise<Result> {
  const { database, now } = context.ground;
  const counted = await atSignIn(database, async (tx) => {
    const all: [Proved, Counted][] = [];
    for (const one of said) all.push([one, await countAttempt(tx, countersOf(one, accountId), now())]);
    return all;
  }).catch(async (error: unknown) => {
    if (error instanceof DomainError && error.code === 'throttled')
      await tryNoteSecurity(context, { kind: 'throttled', accountId });
    throw error;
  });
  const proof: Proof = {};
  const result = await judge(proof);
  for (const [one, attempt] of counted) {
    if (proof[one] === 'wrong') await tryNoteSecurity(context, { kind: events[one], accountId });
    else
      await atSignIn(database, (tx) =>
        proof[one] === 'right'
          ? forgiveAttempt(tx, countersOf(one, accountId))
          : takeBackAttempt(tx, attempt),
      );
  }
  return result;
}
