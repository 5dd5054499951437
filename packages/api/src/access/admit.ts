import type { SessionStep } from '@kycuong/domain/access/session-step.ts';
import type { Context } from '../context.ts';
import { liveDevice } from '../device/live-device.ts';
import { speakAgain } from '../device/speak-again.ts';
import type { Transaction } from '../transaction.ts';
import { createSession } from './create-session.ts';
import { browserHash, isGiven, newBrowserCookie, rememberBrowser } from './known-browser.ts';
import { noteSecurity } from './note-security.ts';
import { atSignIn } from './sessions.ts';

/** Who is at this browser already, signed in or on the way. */
export function presentSession({ signedIn, toSetPassword, toEnterCode, toEnrol }: Context) {
  return signedIn ?? toSetPassword ?? toEnterCode ?? toEnrol;
}

interface Admission {
  readonly awaits?: SessionStep | undefined;
  /** The sign-in stands in the security log already, or is not over yet. */
  readonly noted?: boolean;
}

/**
 * Opens a session in the place of the one that this browser had. A tablet's lasts longer, and only a registered device that
 * signs is a tablet. A browser is remembered once everything that a person has to show was shown in it.
 */
export async function admit(
  context: Context,
  accountId: string,
  { awaits, noted = awaits === 'code' }: Admission = {},
): Promise<void> {
  const { ground, address, browser, signedBy } = context;
  const deviceId = await liveDevice(ground.database, signedBy);
  const former = presentSession(context)?.sessionId;
  const session = await createSession(ground, { accountId, awaits, deviceId, address, browser, former });
  if (!noted) await noteSecurity(context, { kind: 'sign-in', accountId, session: session.ref });
  if (awaits === undefined && deviceId !== null)
    await speakAgain(ground.database, { deviceId, accountId }, ground.now());
  context.setSessionCookie(session.id, session.expiresAt);
  if (awaits !== 'code') await remember(context, accountId);
}

async function remember({ ground, browserCookie, setBrowserCookie }: Context, accountId: string) {
  const cookie = await atSignIn(ground.database, async (tx) => {
    const kept = await givenCookie(tx, browserCookie);
    await rememberBrowser(tx, { browser: kept.browser, accountId }, ground.now());
    return kept.cookie;
  });
  setBrowserCookie(cookie);
}

async function givenCookie(tx: Transaction, brought: string | undefined) {
  const browser = browserHash(brought);
  if (brought !== undefined && browser !== undefined && (await isGiven(tx, browser)))
    return { cookie: brought, browser };
  const cookie = newBrowserCookie();
  return { cookie, browser: browserHash(cookie) ?? '' };
}
