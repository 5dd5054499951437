import { signInThrottle } from '@kycuong/db/schema/access.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { and, desc, eq, gt, inArray, lt, lte, or, sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';
import { addressKey } from './address-key.ts';

const freeFailures = 5;
const longestMs = 15 * 60_000;
/** Of a counter; also how long the rows of names that nobody has are kept. */
const forgottenAfterMs = 60 * 60_000;
/** Several servers' clocks may differ by so much. A row from further ahead was written by a clock that was wrong. */
const skewMs = 60_000;

/** An office behind one address types wrongly more often than any one person, and never waits long. */
const addressFailures = 200;
const addressWindowMs = 5 * 60_000;

/** What an attempt is counted under: `strict` waits longer and longer, `wide` is free until its window is full. */
export interface Counters {
  readonly strict: string;
  readonly wide: string | undefined;
}

/**
 * A browser that this person signed in with before has a counter of its own, so that strangers who keep the name
 * blocked, or the address full, do not lock its owner out of it. A stolen cookie gives no more guesses than a name does.
 */
export function countersOf(
  { username, address, browser }: { username: string; address: string; browser: string | undefined },
  now: Date,
): Counters {
  if (browser !== undefined) return { strict: `browser:${browser}:${username}`, wide: undefined };
  const window = Math.floor(now.getTime() / addressWindowMs);
  return { strict: `name:${username}`, wide: `address:${addressKey(address)}:${window}` };
}

/** Five attempts are judged at once; the fifth failure costs 2 seconds, further ones 4, 8 … up to a quarter of an hour. */
export function waitAfter(failures: number): number {
  return failures < freeFailures ? 0 : Math.min(longestMs, 1000 * 2 ** (failures - freeFailures + 1));
}

/**
 * Counts an attempt as failed before it is judged, so that any number of attempts sent at once are counted one by one:
 * each waits for the row of the one before it. Where it may not be judged nothing is counted.
 * @throws DomainError `throttled` with `seconds`
 */
export async function countAttempt(tx: Transaction, { strict, wide }: Counters, now: Date): Promise<Counted> {
  const blockedUntil = await countStrictly(tx, strict, now);
  if (wide !== undefined) await countWidely(tx, wide, now);
  return { strict, blockedUntil };
}

/** An attempt of which it is not known yet whether it was a failure, and how long it blocks the next one till then. */
export interface Counted {
  readonly strict: string;
  readonly blockedUntil: Date | null;
}

async function countStrictly(tx: Transaction, key: string, now: Date): Promise<Date | null> {
  const { failures, blockedUntil, lastFailureAt } = signInThrottle;
  const forgotten = lte(lastFailureAt, new Date(now.getTime() - forgottenAfterMs));
  const clockWasAhead = gt(lastFailureAt, new Date(now.getTime() + skewMs));
  const [counted] = await tx
    .insert(signInThrottle)
    .values({ key, failures: 1, lastFailureAt: now })
    .onConflictDoUpdate({
      target: signInThrottle.key,
      set: { failures: sql`case when ${forgotten} then 1 else ${failures} + 1 end`, lastFailureAt: now },
      setWhere: sql`${blockedUntil} is null or ${lte(blockedUntil, now)} or ${clockWasAhead}`,
    })
    .returning({ failures });
  const mine = eq(signInThrottle.key, key);
  if (counted === undefined) {
    const [row] = await tx.select({ until: blockedUntil }).from(signInThrottle).where(mine);
    throw throttled(Math.min(longestMs, (row?.until ?? now).getTime() - now.getTime()));
  }
  const wait = waitAfter(counted.failures);
  const until = wait === 0 ? null : new Date(now.getTime() + wait);
  await tx.update(signInThrottle).set({ blockedUntil: until }).where(mine);
  return until;
}

async function countWidely(tx: Transaction, key: string, now: Date): Promise<void> {
  const [counted] = await tx
    .insert(signInThrottle)
    .values({ key, failures: 1, lastFailureAt: now })
    .onConflictDoUpdate({
      target: signInThrottle.key,
      set: { failures: sql`${signInThrottle.failures} + 1`, lastFailureAt: now },
      setWhere: lt(signInThrottle.failures, addressFailures),
    })
    .returning({ failures: signInThrottle.failures });
  if (counted === undefined) throw throttled(addressWindowMs - (now.getTime() % addressWindowMs));
}

function throttled(ms: number): DomainError {
  return new DomainError('throttled', 'access.throttled', { seconds: Math.max(1, Math.ceil(ms / 1000)) });
}

/** The attempt was no failure: the name's counter begins anew, the address gets back what this attempt took. */
export async function forgiveAttempt(tx: Transaction, { strict, wide }: Counters): Promise<void> {
  await tx.delete(signInThrottle).where(eq(signInThrottle.key, strict));
  if (wide === undefined) return;
  await tx
    .update(signInThrottle)
    .set({ failures: sql`${signInThrottle.failures} - 1` })
    .where(and(eq(signInThrottle.key, wide), gt(signInThrottle.failures, 0)));
}

/**
 * The attempt was not judged after all. It was let in, so nothing blocked it; what an attempt after it is blocked by stays.
 */
export async function takeBackAttempt(tx: Transaction, { strict, blockedUntil }: Counted): Promise<void> {
  const { key, failures, blockedUntil: present } = signInThrottle;
  const mine = eq(key, strict);
  const at = blockedUntil?.toISOString() ?? null;
  await tx
    .update(signInThrottle)
    .set({
      failures: sql`${failures} - 1`,
      blockedUntil: sql`case when ${present} = ${at}::timestamptz then null else ${present} end`,
    })
    .where(mine);
  await tx.delete(signInThrottle).where(and(mine, lte(failures, 0)));
}

/** Of more rows than this only those with the most failures stay. */
const mostRows = 20_000;

/** Takes away what no longer slows anybody down, such as the rows of names that nobody has. Gives how many went. */
export async function clearThrottle(tx: Transaction, now: Date): Promise<number> {
  const { key, failures, lastFailureAt } = signInThrottle;
  const past = lte(lastFailureAt, new Date(now.getTime() - forgottenAfterMs));
  const ahead = gt(lastFailureAt, new Date(now.getTime() + forgottenAfterMs));
  // Rows that an attempt holds are left: it would wait for us, and we perhaps for it.
  const old = tx
    .select({ key })
    .from(signInThrottle)
    .where(or(past, ahead))
    .for('update', { skipLocked: true });
  const forgotten = await tx.delete(signInThrottle).where(inArray(key, old)).returning({ key });
  const fewest = tx
    .select({ key })
    .from(signInThrottle)
    .orderBy(desc(failures), desc(lastFailureAt))
    .offset(mostRows)
    .for('update', { skipLocked: true });
  const surplus = await tx.delete(signInThrottle).where(inArray(key, fewest)).returning({ key });
  return forgotten.length + surplus.length;
}
