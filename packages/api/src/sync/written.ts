import { boundStamp, type ClockStamp, laterStamp, nextStamp } from '@kycuong/domain/sync/clock.ts';
import { fieldSchemaVersion } from '@kycuong/domain/sync/field-command.ts';
import { type ServerTime, serverTime } from '@kycuong/domain/sync/server-time.ts';
import type { FieldEnvelope } from '../command.ts';

/** How and when a field command was written, whether on a tablet or at the console. */
export interface Written {
  /** The author's own clock. */
  readonly at: Date;
  /** The same moment by the server's clock as far as the device knew it, and never after the receipt. */
  readonly time: ServerTime;
  /** Another moment of the author's clock, likewise. */
  readonly timeOf: (own: string) => ServerTime;
  /** The stamp by which it counts; a decision may lower it below what was written in knowledge of it. */
  clock: ClockStamp;
  /** What the device had stamped. */
  readonly deviceClock: ClockStamp;
  /** At the console the decision says whose value was before the person. */
  base: string | null;
  readonly deviceId: string;
  readonly seq: number;
  readonly schemaVersion: number;
  readonly serverOffsetMs: number | null;
  /** Written at the console, where all that stands is seen. */
  readonly seesAll: boolean;
}

/** @param seen stamps of what the author had before them, as they count: this one is later than each. */
export function onDevice(envelope: FieldEnvelope, now: Date, seen: readonly ClockStamp[]): Written {
  const { device, seq, clock, base, writtenAt, serverOffsetMs, schemaVersion } = envelope;
  const timeOf = (own: string) => serverTime(own, { serverOffsetMs, receivedAt: now.toISOString() });
  const time = timeOf(writtenAt);
  // A device that does not know its distance from the server may be slow without knowing: the receipt alone bounds it.
  const bounded = boundStamp(clock, serverOffsetMs === null ? now.getTime() : Date.parse(time.at));
  return {
    at: new Date(writtenAt),
    time,
    timeOf,
    clock: seen.reduce((own, other) => laterStamp(own, other, device), bounded),
    deviceClock: clock,
    base,
    deviceId: device,
    seq,
    schemaVersion,
    serverOffsetMs,
    seesAll: false,
  };
}

/** What stands at a visit's history when something is written at the console. */
export interface ConsoleFacts {
  readonly latestClock: string | null;
  readonly lastSeq: number | null;
  /** The last of all that was applied at the visit: who has seen it has seen everything. */
  readonly lastApplied: string | null;
}

/** At the console the author's clock is the server's, and whoever writes there has seen all that stands. */
export function atConsole({ latestClock, lastSeq }: ConsoleFacts, author: string, now: Date): Written {
  const clock = nextStamp(latestClock ?? undefined, author, now.getTime());
  return {
    at: now,
    time: serverTime(now.toISOString(), {}),
    timeOf: (own) => serverTime(own, { receivedAt: now.toISOString() }),
    clock,
    deviceClock: clock,
    base: null,
    // The console numbers what a person writes there as one device would: the person's own.
    deviceId: author,
    seq: (lastSeq ?? 0) + 1,
    schemaVersion: fieldSchemaVersion,
    serverOffsetMs: null,
    seesAll: true,
  };
}
