import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;

/**
 * The step of time for which a code of six digits was made, up to one step early or late; undefined: for none. Steps count
 * up, so that one that was used is never good again.
 */
export function timeStepOf(secret: string, code: string, now: Date): number | undefined {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: periodSeconds });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / periodSeconds) + delta;
}
