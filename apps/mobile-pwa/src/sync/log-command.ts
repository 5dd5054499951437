import { validate } from '@kycuong/domain/error/validate.ts';
import { nextStamp } from '@kycuong/domain/sync/clock.ts';
import { fieldSchemaVersion } from '@kycuong/domain/sync/field-command.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { isReadable } from '../lock/seal-rows.ts';
import { baseOf } from './base-of.ts';
import { fact, setFact } from './facts.ts';
import type { FieldAct } from './field-act.ts';
import { fieldSchemas } from './field-schemas.ts';
import type { FieldStore, LoggedCommand } from './store.ts';
import { subjectOf } from './subject-of.ts';
import { visitHistory } from './visit-history.ts';

export interface Hand {
  readonly store: FieldStore;
  /** Who writes. */
  readonly author: string;
  readonly device: string;
  readonly nowMs: number;
}

/** Tables that a transaction around `logCommand` has to hold. */
export function logTables(store: FieldStore) {
  const { meta, commands, receipts, settlements, serverCommands, files, uploads } = store;
  return [meta, commands, receipts, settlements, serverCommands, files, uploads];
}

/** A refused command stays as it is; the new one on the same subject is noted as what stands in for it. */
async function settleRefused(store: FieldStore, mended: LoggedCommand): Promise<void> {
  const { visitId, id, writtenAt } = mended;
  const receipts = await store.receipts.where('visitId').equals(visitId).toArray();
  const refused = receipts.flatMap((receipt) => (receipt.status === 'refused' ? [receipt.id] : []));
  const commands = await store.commands.bulkGet(refused);
  const subject = subjectOf(mended);
  for (const command of commands) {
    if (!isReadable(command) || subjectOf(command) !== subject) continue;
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
    const offset = (await fact(store, 'serverOffsetMs')) ?? null;
    const seq = ((await fact(store, `seq:${visitId}`)) ?? 0) + 1;
    const clock = nextStamp(await fact(store, 'clock'), device, nowMs + (offset ?? 0));
    const logged: LoggedCommand = {
      ...act,
      id: uuidV7(nowMs),
      schemaVersion: fieldSchemaVersion,
      author,
      device,
      visitId,
      seq,
      clock,
      base: baseOf(act, await visitHistory(store, author, visitId)),
      writtenAt: new Date(nowMs).toISOString(),
      serverOffsetMs: offset,
    };
    await store.commands.add(logged);
    await settleRefused(store, logged);
    await setFact(store, `seq:${visitId}`, seq);
    await setFact(store, 'clock', clock);
    return logged;
  });
}
