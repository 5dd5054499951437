import { account, credential } from '@kycuong/db/schema/access.ts';
import type { SignInFault } from '@kycuong/domain/access/security-event.ts';
import { SignIn } from '@kycuong/domain/access/sign-in.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import { requireSound } from '@kycuong/domain/input/require-sound.ts';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Transaction } from '../transaction.ts';
import { createSession } from './create-session.ts';
import { inHashingRoom } from './hashing-room.ts';
import { browserHash, isGiven, isKnown, newBrowserCookie, rememberBrowser } from './known-browser.ts';
import { noteSecurity, tryNoteSecurity } from './note-security.ts';
import { hashPassword, passwordMatches } from './password.ts';
import { atSignIn, sessions } from './sessions.ts';
import { type Counters, countAttempt, countersOf, forgiveAttempt } from './throttle.ts';

/** Unknown names take as long as known ones, so that the time tells nothing. */
const decoy = hashPassword('a password that nobody has');

/**
 * Opens a session and sets its cookie.
 * @throws DomainError `unauthenticated` (never says which of the two was wrong), `throttled`, `invalid`.
 */
export async function signIn(context: Context, raw: unknown): Promise<SignedInNow> {
  if (context.calls > 1) throw new DomainError('invalid', 'access.sign-in-alone');
  requireSound(raw);
  const { username, password } = validate(SignIn, raw);
  return inHashingRoom(context.address, async () => {
    const { named, counters } = await beginAttempt(context, username.toLowerCase());
    const known = named?.disabledAt === null ? named : undefined;
    const matches = await passwordMatches(known?.passwordHash ?? (await decoy), password);
    if (known === undefined || !matches) {
      const detail: SignInFault =
        named === undefined ? 'no-such-account' : known === undefined ? 'account-locked' : 'wrong-password';
      await tryNoteSecurity(context, { kind: 'sign-in-failed', accountId: named?.id ?? null, detail });
      throw new DomainError('unauthenticated', 'access.wrong-password', { field: 'password' });
    }
    requireStillGood(known, context.ground.now());
    await welcome(context, known, counters);
    return { accountId: known.id, passwordToSet: known.given };
  });
}

export interface SignedInNow {
  readonly accountId: string;
  /** The password was given by somebody else: nothing is open before another one is set. */
  readonly passwordToSet: boolean;
}

interface Named {
  readonly id: string;
  readonly disabledAt: Date | null;
  readonly passwordHash: string;
  readonly given: boolean;
  readonly givenUntil: Date | null;
}

/** Told to whoever has the code in hand and to nobody else. */
function requireStillGood({ given, givenUntil }: Named, now: Date): void {
  if (given && givenUntil !== null && givenUntil <= now)
    throw new DomainError('unauthenticated', 'access.slip-expired', { field: 'password' });
}

interface Attempt {
  readonly named: Named | undefined;
  readonly counters: Counters;
}

/** Who is meant, and the attempt counted before it is judged. */
async function beginAttempt(context: Context, username: string): Promise<Attempt> {
  const { address, browserCookie, ground } = context;
  const now = ground.now();
  let named: Named | undefined;
  try {
    return await atSignIn(ground.database, async (tx) => {
      const { passwordHash, given, givenUntil } = credential;
      [named] = await tx
        .select({ id: account.id, disabledAt: account.disabledAt, passwordHash, given, givenUntil })
        .from(account)
        .innerJoin(credential, eq(credential.accountId, account.id))
        .where(eq(sql`lower(${account.username})`, username));
      const cookie = browserHash(browserCookie);
      const isOwn = named !== undefined && cookie !== undefined && (await isKnown(tx, cookie, named.id));
      const counters = countersOf({ username, address, browser: isOwn ? cookie : undefined }, now);
      await countAttempt(tx, counters, now);
      return { named, counters };
    });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'throttled')
      await tryNoteSecurity(context, { kind: 'throttled', accountId: named?.id ?? null });
    throw error;
  }
}

/**
 * Nothing was wrong: the attempt is forgiven, the browser remembered, a session opened in the place of the one that this
 * browser had. A tablet's lasts longer, and only a registered device that signs is a tablet.
 */
async function welcome(context: Context, { id: accountId, given }: Named, counters: Counters): Promise<void> {
  const { ground, address, browser, signedBy: deviceId } = context;
  const { database, now } = ground;
  const cookie = await atSignIn(database, async (tx) => {
    await forgiveAttempt(tx, counters);
    const kept = await givenCookie(tx, context.browserCookie);
    await rememberBrowser(tx, { browser: kept.browser, accountId }, now());
    return kept.cookie;
  });
  const former = (context.signedIn ?? context.toSetPassword)?.sessionId;
  const session = await createSession(ground, {
    accountId,
    limited: given,
    deviceId,
    address,
    browser,
    former,
  });
  await noteSecurity(context, { kind: 'sign-in', accountId, session: session.ref });
  context.setSessionCookie(session.id, session.expiresAt);
  context.setBrowserCookie(cookie);
}

async function givenCookie(tx: Transaction, brought: string | undefined) {
  const browser = browserHash(brought);
  if (brought !== undefined && browser !== undefined && (await isGiven(tx, browser)))
    return { cookie: brought, browser };
  const cookie = newBrowserCookie();
  return { cookie, browser: browserHash(cookie) ?? '' };
}

export async function signOut(context: Context): Promise<void> {
  const open = context.signedIn ?? context.toSetPassword;
  if (open) {
    await sessions(context.ground.database).invalidateSession(open.sessionId);
    await tryNoteSecurity(context, { kind: 'sign-out', accountId: open.accountId, session: open.ref });
  }
  context.clearSessionCookie();
}
