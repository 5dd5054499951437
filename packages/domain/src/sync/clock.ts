/**
 * Hybrid logical clock (Kulkarni et al. 2014) as sortable text: `<48-bit ms, hex 12>-<counter, hex 4>-<device, 8>`.
 * Two stamps compare as strings.
 */
export type ClockStamp = string;

export const clockShape = /^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{8}$/;

/** A device's clock may run ahead of the server's by no more than this before its stamps are cut back. */
export const greatestLeadMs = 60_000;

function stamp(ms: number, counter: number, device: string): ClockStamp {
  return `${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${device.replaceAll('-', '').slice(-8)}`;
}

/** The next stamp on a device: later than the last one seen, whatever the device's own time does. */
export function nextStamp(last: ClockStamp | undefined, device: string, nowMs: number): ClockStamp {
  const lastMs = last === undefined ? 0 : Number.parseInt(last.slice(0, 12), 16);
  const lastCounter = last === undefined ? 0 : Number.parseInt(last.slice(13, 17), 16);
  if (nowMs > lastMs) return stamp(nowMs, 0, device);
  return lastCounter < 0xffff ? stamp(lastMs, lastCounter + 1, device) : stamp(lastMs + 1, 0, device);
}

function msOf(given: ClockStamp): number {
  return Number.parseInt(given.slice(0, 12), 16);
}

/**
 * The stamp as the server lets it count: never further ahead than `greatestLeadMs` of when it was written by the
 * server's clock, as far as that is known; the time of receipt is the latest that it can be.
 */
export function boundStamp(given: ClockStamp, writtenMs: number): ClockStamp {
  const bound = Math.max(0, writtenMs + greatestLeadMs);
  return msOf(given) <= bound ? given : `${bound.toString(16).padStart(12, '0')}${given.slice(12)}`;
}

/** `given`, or the next stamp of its device after `other` when it is not later than that. */
export function laterStamp(given: ClockStamp, other: ClockStamp, device: string): ClockStamp {
  return given > other ? given : nextStamp(other, device, 0);
}

/** `given`, or the last stamp before `other` when it is not earlier than that. */
export function earlierStamp(given: ClockStamp, other: ClockStamp): ClockStamp {
  if (given < other) return given;
  const counter = Number.parseInt(other.slice(13, 17), 16);
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');
  const head =
    counter > 0
      ? `${other.slice(0, 12)}-${hex(counter - 1, 4)}`
      : `${hex(Math.max(0, msOf(other) - 1), 12)}-ffff`;
  return `${head}${given.slice(17)}`;
}
