/** `wiping`: ordered, not reported yet; `silent`: not heard of for a week; `new`: never told of itself. */
export const deviceStates = ['new', 'in-use', 'silent', 'wiping', 'wiped'] as const;
export type DeviceState = (typeof deviceStates)[number];

const silentAfterMs = 7 * 24 * 3_600_000;
/** A clock that is off by more is told on the device's page. */
export const clockToleranceMs = 5 * 60_000;

interface DeviceFacts {
  readonly registeredAt: Date;
  readonly lastContactAt: Date | null;
  /** The last order: when it was taken back, when it was reported done. */
  readonly wipe: { readonly cancelledAt: Date | null; readonly wipedAt: Date | null } | null;
}

export function deviceStateOf({ registeredAt, lastContactAt, wipe }: DeviceFacts, now: Date): DeviceState {
  if (wipe?.wipedAt) return 'wiped';
  if (wipe && !wipe.cancelledAt) return 'wiping';
  if (now.getTime() - (lastContactAt ?? registeredAt).getTime() > silentAfterMs) return 'silent';
  return lastContactAt === null ? 'new' : 'in-use';
}
