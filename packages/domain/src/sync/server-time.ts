/** Clocks are never quite the same: less than this is no other time. */
const sameMs = 60_000;
/** Nothing was written with this app before: a clock that says so was never set, or its distance is no distance. */
export const earliestWorkMs: number = Date.parse('2025-01-01T00:00:00Z');

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
  /**
   * The device did not know its distance: `at` is what its clock said, though never after the receipt, which stands where the
   * clock says a time that cannot be.
   */
  readonly clockUnknown: boolean;
}

/** `own` is by the device's clock. */
export function serverTime(own: string, { serverOffsetMs, receivedAt }: OwnClock): ServerTime {
  const ownMs = Date.parse(own);
  const trueMs = ownMs + (serverOffsetMs ?? 0);
  const odd = trueMs < earliestWorkMs;
  const latestMs = receivedAt === undefined ? trueMs : Date.parse(receivedAt);
  const atMs = odd ? latestMs : Math.min(trueMs, latestMs);
  return {
    at: new Date(atMs).toISOString(),
    deviceAt: Math.abs(atMs - ownMs) < sameMs ? null : new Date(ownMs).toISOString(),
    clockUnknown: serverOffsetMs === null || odd,
  };
}
