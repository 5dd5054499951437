import { validate } from '@kycuong/domain/error/validate.ts';
import { nextStamp } from '@kycuong/domain/sync/clock.ts';
import { fieldSchemaVersion } from '@kycuong/domain/sync/field-command.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { baseOf } from './base-of.ts';
import { fact } from './facts.ts';
import type { FieldAct } from './field-act.ts';
import { fieldSchemas } from './field-schemas.ts';
import type { FieldStore, LoggedCommand } from './store.ts';
import { subjectOf } from './subject-of.ts';
import { digestOf, type KnownVisit, knowVisit, learn } from './visit-memory.ts';

export interface Hand {
  readonly store: FieldStore;
  /** Who writes. */
  readonly author: string;
  readonly device: string;
  readonly nowMs: number;
}

/** Tables that a transaction around `logCommand` has to hold. */
export function logTables(store: FieldStore) {
  const { meta, commands, receipts, settlements, serverCommands, digests, files, thumbnails, uploads } =
    store;
  return [meta, commands, receipts, settlements, serverCommands, digests, files, thumbnails, uploads];
}

/** A refused command stays as it is; the new one on the same subject is noted as what stands in for it. */
async function settleRefused(
  store: FieldStore,
  { refused, logged }: Pick<KnownVisit, 'refused' | 'logged'>,
  mended: LoggedCommand,
): Promise<void> {
  if (refused.size === 0) return;
  const { id, writtenAt } = mended;
  const subject = subjectOf(mended);
  for (const command of logged) {
    if (!refused.has(command.id) || subjectOf(command) !== subject) continue;
    if ((await store.settlements.get(command.id)) === undefined)
      await store.settlements.add({ refusedId: command.id, mendedBy: id, at: writtenAt });
  }
}

/**
 * Writes one act to the log: id, sequence within the visit, clock and base are given in the same transaction, so two
 * tabs cannot give one number twice. On return it is on the disk.
 * @throws DomainError `invalid` when the payload would be refused; nothing is logged then.
 */
export async function logCommand(hand: Hand, act: FieldAct): Promise<LoggedCommand> {
  const { store, author, device, nowMs } = hand;
  validate(fieldSchemas[act.action], act.payload);
  const { visitId } = act.payload;
  return store.transaction('rw', logTables(store), async () => {
    const [known, lastOffset, lastSeq, lastClock, wipe] = await Promise.all([
      knowVisit(store, author, visitId),
      fact(store, 'serverOffsetMs'),
      fact(store, `seq:${visitId}`),
      fact(store, 'clock'),
      fact(store, 'wipe'),
    ]);
    if (wipe?.report) throw new Error('this device is being wiped');
    const offset = lastOffset ?? null;
    const seq = (lastSeq ?? 0) + 1;
    const clock = nextStamp(lastClock, device, nowMs + (offset ?? 0));
    const logged: LoggedCommand = {
      ...act,
      id: uuidV7(nowMs),
      schemaVersion: fieldSchemaVersion,
      author,
      device,
      visitId,
      seq,
      clock,
      base: baseOf(act, known),
      writtenAt: new Date(nowMs).toISOString(),
      serverOffsetMs: offset,
    };
    // Everything is asked for at once: what a touch waits for is one round to the disk.
    await Promise.all([
      store.commands.add(logged),
      store.meta.bulkPut([
        { key: `seq:${visitId}`, value: seq },
        { key: 'clock', value: clock },
      ]),
      store.digests.put(digestOf(author, visitId, learn(store, author, known, logged))),
      settleRefused(store, known, logged),
    ]);
    return logged;
  });
}
