/** What the security log tells of. */
export const securityKinds = [
  'sign-in',
  'sign-out',
  'sign-in-failed',
  'throttled',
  'wrong-current-password',
  'refused',
  'session-ended',
  'password-changed',
  'password-reset',
  'account-locked',
  'account-unlocked',
  'second-factor-on',
  'second-factor-off',
  'second-factor-failed',
  'recovery-code-used',
] as const;
export type SecurityKind = (typeof securityKinds)[number];

/** Why a sign-in failed. Never what was typed: people type their password into the wrong field. */
export const signInFaults = ['wrong-password', 'no-such-account', 'account-locked', 'slip-expired'] as const;
export type SignInFault = (typeof signInFaults)[number];
