import { createHash, randomBytes } from 'node:crypto';
import { knownBrowser } from '@kycuong/db/schema/access.ts';
import { and, desc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';
import { latestNow } from './session-times.ts';
import { queueForAccount } from './sessions.ts';

export const browserCookieName = 'kycuong_browser';
/** As long as browsers keep any cookie. */
export const browserKeptMs = 400 * 24 * 60 * 60_000;

/** So many browsers of an account are known: those in which it signed in last. */
const mostBrowsers = 50;

export const newBrowserCookie = () => randomBytes(32).toString('base64url');

/** What the database holds of the cookie; undefined: it is none of ours. */
export function browserHash(cookie: string | undefined): string | undefined {
  if (cookie === undefined || !/^[\w-]{43}$/.test(cookie)) return undefined;
  return createHash('sha256').update(cookie).digest('hex');
}

/** Whether the account was signed in to with this browser before. */
export async function isKnown(tx: Transaction, browser: string, accountId: string): Promise<boolean> {
  const rows = await tx
    .select({ browser: knownBrowser.browser })
    .from(knownBrowser)
    .where(and(eq(knownBrowser.browser, browser), eq(knownBrowser.accountId, accountId)));
  return rows.length > 0;
}

/** A value that we gave; any other could have been put there by somebody who knows it. */
export async function isGiven(tx: Transaction, browser: string): Promise<boolean> {
  const rows = await tx
    .select({ browser: knownBrowser.browser })
    .from(knownBrowser)
    .where(eq(knownBrowser.browser, browser))
    .limit(1);
  return rows.length > 0;
}

export async function rememberBrowser(
  tx: Transaction,
  row: { browser: string; accountId: string },
  now: Date,
): Promise<void> {
  await queueForAccount(tx, row.accountId);
  await tx
    .insert(knownBrowser)
    .values({ ...row, lastSignInAt: now })
    .onConflictDoUpdate({
      target: [knownBrowser.browser, knownBrowser.accountId],
      set: { lastSignInAt: now },
    });
  const mine = eq(knownBrowser.accountId, row.accountId);
  const surplus = tx
    .select({ browser: knownBrowser.browser })
    .from(knownBrowser)
    .where(mine)
    // By a clock that was ahead: first to go.
    .orderBy(gt(knownBrowser.lastSignInAt, latestNow(now)), desc(knownBrowser.lastSignInAt))
    .offset(mostBrowsers);
  await tx.delete(knownBrowser).where(and(mine, inArray(knownBrowser.browser, surplus)));
}

export async function forgetOldBrowsers(tx: Transaction, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - browserKeptMs);
  await tx.delete(knownBrowser).where(lte(knownBrowser.lastSignInAt, oldest));
}
