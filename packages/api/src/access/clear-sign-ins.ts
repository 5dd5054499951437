import type { Ground } from '../work.ts';
import { forgetOldBrowsers } from './known-browser.ts';
import { atSignIn } from './sessions.ts';
import { clearThrottle } from './throttle.ts';

/** Takes away what is left of sign-ins and slows nobody down any more. */
export function clearSignIns({ database, now }: Ground): Promise<void> {
  return atSignIn(database, async (tx) => {
    await clearThrottle(tx, now());
    await forgetOldBrowsers(tx, now());
  });
}
