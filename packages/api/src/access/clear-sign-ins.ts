import type { Ground } from '../work.ts';
import { atSignIn } from './sessions.ts';
import { clearThrottle } from './throttle.ts';

/** Takes away what is left of failed sign-ins and slows nobody down any more. */
export async function clearSignIns({ database, now }: Ground): Promise<void> {
  await atSignIn(database, (tx) => clearThrottle(tx, now()));
}
