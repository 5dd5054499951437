import { fieldCommand } from '@kycuong/db/schema/sync.ts';
import { boundStamp, type ClockStamp, nextStamp } from '@kycuong/domain/sync/clock.ts';
import { fieldSchemaVersion } from '@kycuong/domain/sync/field-command.ts';
import { and, eq, max } from 'drizzle-orm';
import type { FieldEnvelope } from '../command.ts';
import type { Transaction } from '../transaction.ts';

/** How and when a field command was written, whether on a tablet or at the console. */
export interface Written {
  /** The author's own clock. */
  readonly at: Date;
  /** The same moment by the server's clock as far as the device knew it, and never after the receipt. */
  readonly trueAt: Date;
  readonly clock: ClockStamp;
  readonly base: string | null;
  readonly deviceId: string;
  readonly seq: number;
  readonly schemaVersion: number;
  readonly serverOffsetMs: number | null;
}

function onDevice(envelope: FieldEnvelope, now: Date): Written {
  const { device, seq, clock, base, writtenAt, serverOffsetMs, schemaVersion } = envelope;
  const at = new Date(writtenAt);
  const trueMs = Math.min(at.getTime() + (serverOffsetMs ?? 0), now.getTime());
  return {
    at,
    trueAt: new Date(trueMs),
    clock: boundStamp(clock, now.getTime()),
    base,
    deviceId: device,
    seq,
    schemaVersion,
    serverOffsetMs,
  };
}

/** At the console the author's clock is the server's, and whoever writes there has seen all that stands. */
async function atConsole(tx: Transaction, visitId: string, author: string, now: Date): Promise<Written> {
  const ofVisit = eq(fieldCommand.visitId, visitId);
  const [latest] = await tx
    .select({ clock: max(fieldCommand.clock) })
    .from(fieldCommand)
    .where(ofVisit);
  const [own] = await tx
    .select({ seq: max(fieldCommand.seq) })
    .from(fieldCommand)
    .where(and(ofVisit, eq(fieldCommand.deviceId, author)));
  return {
    at: now,
    trueAt: now,
    clock: nextStamp(latest?.clock ?? undefined, author, now.getTime()),
    base: null,
    // The console numbers what a person writes there as one device would: the person's own.
    deviceId: author,
    seq: (own?.seq ?? 0) + 1,
    schemaVersion: fieldSchemaVersion,
    serverOffsetMs: null,
  };
}

/** The visit must be locked: the console's numbers follow the last ones. */
export function writtenBy(
  tx: Transaction,
  { envelope, visitId, author, now }: WrittenFrom,
): Promise<Written> | Written {
  return envelope === undefined ? atConsole(tx, visitId, author, now) : onDevice(envelope, now);
}

interface WrittenFrom {
  readonly envelope: FieldEnvelope | undefined;
  readonly visitId: string;
  readonly author: string;
  readonly now: Date;
}
