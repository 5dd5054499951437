import { type SecurityKind, signInFaults } from '@kycuong/domain/access/security-event.ts';
import type { Translate } from '@kycuong/ui/i18n.ts';
import type { Tone } from '@kycuong/ui/plain/tone.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';
import { machineText } from './machine-text.ts';

export type SecurityEvent = inferOutput<typeof trpc.access.securityEvents>['events'][number];

const alarming: readonly SecurityKind[] = ['throttled', 'second-factor-failed', 'refused'];
const noteworthy: readonly SecurityKind[] = [
  ...(['sign-in-failed', 'wrong-current-password', 'account-locked', 'second-factor-off'] as const),
  ...(['recovery-code-used', 'password-reset'] as const),
];

/** What deserves a second look stands out. */
export function kindTone(kind: SecurityKind): Tone {
  if (alarming.includes(kind)) return 'late';
  return noteworthy.includes(kind) ? 'soon' : 'calm';
}

export function personText({ fullName, username }: SecurityEvent, t: Translate): string {
  return fullName === null ? t('security-log:nobody') : `${fullName} (${username})`;
}

export function placeText({ address, browser, system }: SecurityEvent, t: Translate): string {
  const machine = browser === null && system === null ? null : machineText({ browser, system }, t);
  return [address, machine].filter(Boolean).join(' · ') || t('security-log:unknown');
}

/** A reason in words; of a refusal the procedure that was called. */
export function detailText({ detail }: SecurityEvent, t: Translate): string | null {
  const fault = signInFaults.find((known) => known === detail);
  return fault === undefined ? detail : t(`security-log:sign-in-faults.${fault}`);
}
