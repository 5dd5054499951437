import { account, credential } from '@kycuong/db/schema/access.ts';
import { SignIn } from '@kycuong/domain/access/sign-in.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import { requireSound } from '@kycuong/domain/input/require-sound.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Transaction } from '../transaction.ts';
import { createSession } from './create-session.ts';
import { inHashingRoom } from './hashing-room.ts';
import { browserHash, isGiven, isKnown, newBrowserCookie, rememberBrowser } from './known-browser.ts';
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
    const { known, counters } = await beginAttempt(context, username.toLowerCase());
    const matches = await passwordMatches(known?.passwordHash ?? (await decoy), password);
    if (known === undefined || !matches)
      throw new DomainError('unauthenticated', 'access.wrong-password', { field: 'password' });
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

interface Known {
  readonly id: string;
  readonly passwordHash: string;
  readonly given: boolean;
  readonly givenUntil: Date | null;
}

/** Told to whoever has the code in hand and to nobody else. */
function requireStillGood({ given, givenUntil }: Known, now: Date): void {
  if (given && givenUntil !== null && givenUntil <= now)
    throw new DomainError('unauthenticated', 'access.slip-expired', { field: 'password' });
}

interface Attempt {
  readonly known: Known | undefined;
  readonly counters: Counters;
}

/** Who is meant, and the attempt counted before it is judged. */
function beginAttempt(context: Context, username: string): Promise<Attempt> {
  const { address, browserCookie, ground } = context;
  const now = ground.now();
  return atSignIn(ground.database, async (tx) => {
    const [known] = await tx
      .select({
        id: account.id,
        passwordHash: credential.passwordHash,
        given: credential.given,
        givenUntil: credential.givenUntil,
      })
      .from(account)
      .innerJoin(credential, eq(credential.accountId, account.id))
      .where(and(eq(sql`lower(${account.username})`, username), isNull(account.disabledAt)));
    const cookie = browserHash(browserCookie);
    const isOwn = known !== undefined && cookie !== undefined && (await isKnown(tx, cookie, known.id));
    const counters = countersOf({ username, address, browser: isOwn ? cookie : undefined }, now);
    await countAttempt(tx, counters, now);
    return { known, counters };
  });
}

/**
 * Nothing was wrong: the attempt is forgiven, the browser remembered, a session opened in the place of the one that this
 * browser had. A tablet's lasts longer, and only a registered device that signs is a tablet.
 */
async function welcome(context: Context, { id: accountId, given }: Known, counters: Counters): Promise<void> {
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
  if (open) await sessions(context.ground.database).invalidateSession(open.sessionId);
  context.clearSessionCookie();
}
