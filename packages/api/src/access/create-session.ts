import type { SessionStep } from '@kycuong/domain/access/session-step.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Ground } from '../work.ts';
import { nextEnd, usualLimits } from './session-times.ts';
import { sessions } from './sessions.ts';

export interface NewSession {
  readonly accountId: string;
  /** What has to come before anything else is open. */
  readonly awaits?: SessionStep | undefined;
  /** The registered device that signed the sign-in; null: a browser. */
  readonly deviceId?: string | null;
  readonly address?: string;
  readonly browser?: string | undefined;
  /** The id of the session that this browser had before: it is over. */
  readonly former?: string | undefined;
}

/** What a browser calls itself is kept up to so many characters. */
export const longestBrowser = 300;

/** To take the phone out and read a code from it. */
const codeMs = 10 * 60_000;

/** Opens a session and ends the one before it. Only the browser ever has the id that is given back. */
export async function createSession(
  { database, now: clock, sessionLimits = usualLimits }: Ground,
  { accountId, awaits, deviceId = null, address, browser, former }: NewSession,
): Promise<{ id: string; ref: string; expiresAt: Date }> {
  const now = clock();
  const limited = awaits !== undefined;
  const { limitedMs, consoleMs, tabletMs } = sessionLimits;
  const lasting = awaits === 'code' ? codeMs : limited ? limitedMs : deviceId === null ? consoleMs : tabletMs;
  const endsAt = new Date(now.getTime() + lasting);
  const expiresAt = nextEnd({ endsAt }, now);
  const ref = uuidV7(now.getTime());
  const { id } = await sessions(database).createSession(accountId, {
    ...{ ref, limited, awaits, deviceId, former, address: address ?? null },
    ...{ createdAt: now, lastUsedAt: now, expiresAt, endsAt },
    browser: browser?.slice(0, longestBrowser) ?? null,
  });
  return { id, ref, expiresAt };
}
