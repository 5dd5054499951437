/** Clocks are never quite the same: less than this is no other time. */
const sameMs = 60_000;

export interface OwnClock {
  /** Server − device in ms as the device last knew it; null: it did not; undefined: it was not told. */
  readonly serverOffsetMs?: number | null | undefined;
  /** When the server took it: what was written cannot have been written later. */
  readonly receivedAt?: string | undefined;
}

/** A moment of a device by the server's clock. */
export interface ServerTime {
  readonly at: string;
  /** What the device's own clock said, where that is another time. */
  readonly deviceAt: string | null;
  /** The device did not know its distance: `at` is what its clock said, though never after the receipt. */
  readonly clockUnknown: boolean;
}

/** `own` is by the device's clock. */
export function serverTime(own: string, { serverOffsetMs, receivedAt }: OwnClock): ServerTime {
  const ownMs = Date.parse(own);
  const trueMs = ownMs + (serverOffsetMs ?? 0);
  const atMs = receivedAt === undefined ? trueMs : Math.min(trueMs, Date.parse(receivedAt));
  return {
    at: new Date(atMs).toISOString(),
    deviceAt: Math.abs(atMs - ownMs) < sameMs ? null : new Date(ownMs).toISOString(),
    clockUnknown: serverOffsetMs === null,
  };
}
