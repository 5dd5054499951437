import { account, credential } from '@kycuong/db/schema/access.ts';
import { SignIn } from '@kycuong/domain/access/sign-in.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { atSignIn, sessions } from './sessions.ts';
import { forgetFailures, noteFailure, requireNotThrottled } from './throttle.ts';

/** Unknown names take as long as known ones, so that the time tells nothing. */
const decoy = hashPassword('a password that nobody has');

/**
 * Opens a session and sets its cookie.
 * @throws DomainError `unauthenticated` (never says which of the two was wrong), `throttled`, `invalid`.
 */
export async function signIn(context: Context, raw: unknown): Promise<{ accountId: string }> {
  const { username, password } = validate(SignIn, raw);
  const { database, now } = context.ground;
  const keys = [`name:${username.toLowerCase()}`, `address:${context.address}`];
  const known = await atSignIn(database, async (tx) => {
    await requireNotThrottled(tx, keys, now());
    const [row] = await tx
      .select({ id: account.id, passwordHash: credential.passwordHash })
      .from(account)
      .innerJoin(credential, eq(credential.accountId, account.id))
      .where(and(eq(sql`lower(${account.username})`, username.toLowerCase()), isNull(account.disabledAt)));
    return row;
  });
  const matches = await passwordMatches(known?.passwordHash ?? (await decoy), password);
  if (known === undefined || !matches) {
    await atSignIn(database, (tx) => noteFailure(tx, keys, now()));
    throw new DomainError('unauthenticated', 'access.wrong-password', { field: 'password' });
  }
  await atSignIn(database, (tx) => forgetFailures(tx, `name:${username.toLowerCase()}`));
  const session = await sessions(database).createSession(known.id, {});
  context.setSessionCookie(session.id, session.expiresAt);
  return { accountId: known.id };
}

export async function signOut(context: Context): Promise<void> {
  if (context.signedIn) await sessions(context.ground.database).invalidateSession(context.signedIn.sessionId);
  context.clearSessionCookie();
}
