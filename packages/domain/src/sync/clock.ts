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

/** The stamp as the server lets it count: never further ahead than `greatestLeadMs` of the time of receipt. */
export function boundStamp(given: ClockStamp, receivedMs: number): ClockStamp {
  const ms = Number.parseInt(given.slice(0, 12), 16);
  const bound = receivedMs + greatestLeadMs;
  return ms <= bound ? given : `${bound.toString(16).padStart(12, '0')}${given.slice(12)}`;
}
