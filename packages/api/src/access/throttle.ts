import { signInThrottle } from '@kycuong/db/schema/access.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

const freeFailures = 5;
const longestMs = 15 * 60_000;
const forgottenAfterMs = 60 * 60_000;

/** No wait for the first five failures, then 2, 4, 8 … seconds up to a quarter of an hour. */
export function waitAfter(failures: number): number {
  return failures < freeFailures ? 0 : Math.min(longestMs, 1000 * 2 ** (failures - freeFailures + 1));
}

/** @throws DomainError `throttled` with `seconds` while any of the keys has to wait. */
export async function requireNotThrottled(tx: Transaction, keys: string[], now: Date): Promise<void> {
  const rows = await tx.select().from(signInThrottle).where(inArray(signInThrottle.key, keys));
  const until = Math.max(0, ...rows.map(({ blockedUntil }) => blockedUntil?.getTime() ?? 0));
  if (until > now.getTime()) {
    const seconds = Math.ceil((until - now.getTime()) / 1000);
    throw new DomainError('throttled', 'access.throttled', { seconds });
  }
}

export async function noteFailure(tx: Transaction, keys: string[], now: Date): Promise<void> {
  const rows = await tx.select().from(signInThrottle).where(inArray(signInThrottle.key, keys));
  for (const key of keys) {
    const before = rows.find((row) => row.key === key);
    const fresh = before && now.getTime() - before.lastFailureAt.getTime() < forgottenAfterMs;
    const failures = (fresh ? before.failures : 0) + 1;
    const blockedUntil = new Date(now.getTime() + waitAfter(failures));
    const row = { failures, blockedUntil, lastFailureAt: now };
    await tx
      .insert(signInThrottle)
      .values({ key, ...row })
      .onConflictDoUpdate({ target: signInThrottle.key, set: row });
  }
}

export async function forgetFailures(tx: Transaction, key: string): Promise<void> {
  await tx.delete(signInThrottle).where(sql`${signInThrottle.key} = ${key}`);
}
