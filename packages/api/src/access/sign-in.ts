import { account, credential, secondFactor } from '@kycuong/db/schema/access.ts';
import type { SignInFault } from '@kycuong/domain/access/security-event.ts';
import type { SessionStep } from '@kycuong/domain/access/session-step.ts';
import { SignIn } from '@kycuong/domain/access/sign-in.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import { requireShallow, requireSound } from '@kycuong/domain/input/require-sound.ts';
import { eq, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Ground } from '../work.ts';
import { admit, presentSession } from './admit.ts';
import { inHashingRoom } from './hashing-room.ts';
import { browserHash, isKnown } from './known-browser.ts';
import { tryNoteSecurity } from './note-security.ts';
import { hashPassword, secretMatches } from './password.ts';
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
  requireShallow(raw);
  const input = validate(SignIn, raw);
  requireSound(input);
  const { username, password } = input;
  return inHashingRoom(context.address, async () => {
    const { named, counters } = await beginAttempt(context, username.toLowerCase());
    const known = named?.disabledAt === null ? named : undefined;
    const matches = await secretMatches(known ?? { passwordHash: await decoy, givenUntil: null }, password);
    if (known === undefined || !matches) {
      const detail: SignInFault =
        named === undefined ? 'no-such-account' : known === undefined ? 'account-locked' : 'wrong-password';
      await tryNoteSecurity(context, { kind: 'sign-in-failed', accountId: named?.id ?? null, detail });
      throw new DomainError('unauthenticated', 'access.wrong-password', { field: 'password' });
    }
    await requireStillGood(context, known);
    await atSignIn(context.ground.database, (tx) => forgiveAttempt(tx, counters));
    const step = stepAfter(known, context.ground);
    await admit(context, known.id, { awaits: step });
    return {
      accountId: known.id,
      passwordToSet: step === 'password',
      codeToEnter: step === 'code',
      factorToEnrol: step === 'enrolment',
    };
  });
}

export interface SignedInNow {
  readonly accountId: string;
  /** The password was given by somebody else: nothing is open before another one is set. */
  readonly passwordToSet: boolean;
  /** The second factor's code is still to be said. */
  readonly codeToEnter: boolean;
  /** An administrator has to enrol a second factor before anything else. */
  readonly factorToEnrol: boolean;
}

interface Named {
  readonly id: string;
  readonly disabledAt: Date | null;
  readonly passwordHash: string;
  readonly given: boolean;
  readonly givenUntil: Date | null;
  readonly hasFactor: boolean;
  readonly administers: boolean;
}

/** Told to whoever has the code in hand and to nobody else. */
async function requireStillGood(context: Context, { id, given, givenUntil }: Named): Promise<void> {
  if (!given || givenUntil === null || givenUntil > context.ground.now()) return;
  const detail: SignInFault = 'slip-expired';
  await tryNoteSecurity(context, { kind: 'sign-in-failed', accountId: id, detail });
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
        .select({
          ...{ id: account.id, disabledAt: account.disabledAt, passwordHash, given, givenUntil },
          hasFactor: isNotNull(secondFactor.accountId).mapWith(Boolean),
          administers: sql<boolean>`administers_on(${account.id}, ${dateInVietnam(now)})`,
        })
        .from(account)
        .innerJoin(credential, eq(credential.accountId, account.id))
        .leftJoin(secondFactor, eq(secondFactor.accountId, account.id))
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

/** What is still to come before anything is open. Whoever holds only a code on paper sets a password first. */
function stepAfter(
  { given, hasFactor, administers }: Named,
  { secondFactor: who }: Ground,
): SessionStep | undefined {
  if (given) return 'password';
  if (hasFactor) return 'code';
  return who === 'administrators' && administers ? 'enrolment' : undefined;
}

export async function signOut(context: Context): Promise<void> {
  const open = presentSession(context);
  if (open) {
    await sessions(context.ground.database).invalidateSession(open.sessionId);
    await tryNoteSecurity(context, { kind: 'sign-out', accountId: open.accountId, session: open.ref });
  }
  context.clearSessionCookie();
}
