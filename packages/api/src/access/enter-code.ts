import { EnterCode } from '@kycuong/domain/access/second-factor.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import { requireShallow, requireSound } from '@kycuong/domain/input/require-sound.ts';
import type { Context } from '../context.ts';
import { admit } from './admit.ts';
import { countProof } from './count-proof.ts';
import { noteSecurity } from './note-security.ts';
import { atSignIn } from './sessions.ts';
import { spendCode } from './spend-code.ts';

/**
 * The second step of a sign-in: opens the session in the place of the one that only waited for it. Counted by account
 * before it is judged, like a password.
 * @throws DomainError `unauthenticated`, `throttled`, `invalid`
 */
export async function enterCode(
  context: Context,
  accountId: string,
  raw: unknown,
): Promise<{ accountId: string }> {
  if (context.calls > 1) throw new DomainError('invalid', 'access.sign-in-alone');
  requireShallow(raw);
  const input = validate(EnterCode, raw);
  requireSound(input);
  const { code } = input;
  const { database, keys = {}, now } = context.ground;
  const spent = await countProof(context, accountId, ['code'], async (proof) => {
    const kind = await atSignIn(database, (tx) => spendCode(tx, keys, { accountId, code, now: now() }));
    proof.code = kind === undefined ? 'wrong' : 'right';
    return kind;
  });
  if (spent === undefined) throw new DomainError('unauthenticated', 'access.wrong-code', { field: 'code' });
  if (spent === 'recovery') await noteSecurity(context, { kind: 'recovery-code-used', accountId });
  await admit(context, accountId);
  return { accountId };
}
