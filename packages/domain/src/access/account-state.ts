import type { PlainDate } from '../calendar/plain-date.ts';

/** `active`: holds a role today; `waiting`: only later; `ended`: no role any more; `locked`: nobody signs in with it. */
export const accountStates = ['active', 'waiting', 'ended', 'locked'] as const;
export type AccountState = (typeof accountStates)[number];

interface HeldDays {
  /** False: given over less than its role is held over; it gives nothing. */
  readonly counts: boolean;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
}

export function accountStateOf(
  { disabledAt, grants }: { readonly disabledAt: Date | null; readonly grants: readonly HeldDays[] },
  today: PlainDate,
): AccountState {
  if (disabledAt !== null) return 'locked';
  const lasting = grants.filter(
    ({ counts, validUntil }) => counts && (validUntil === null || validUntil >= today),
  );
  if (lasting.some(({ validFrom }) => validFrom <= today)) return 'active';
  return lasting.length > 0 ? 'waiting' : 'ended';
}
