import { validate } from '@kycuong/domain/error/validate.ts';
import { nextStamp } from '@kycuong/domain/sync/clock.ts';
import { fieldSchemaVersion } from '@kycuong/domain/sync/field-command.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { Dexie } from 'dexie';
import { LockedError } from '../lock/seal-rows.ts';
import { isDiskFull } from '../shell/save-trouble.ts';
import { baseOf } from './base-of.ts';
import { facts } from './facts.ts';
import type { FieldAct } from './field-act.ts';
import { fieldSchemas } from './field-schemas.ts';
import type { FieldStore, LoggedCommand } from './store.ts';
import { subjectOf } from './subject-of.ts';
import {
  digestOf,
  type KnownVisit,
  knowVisit,
  learn,
  memoryTables,
  rememberedVisit,
} from './visit-memory.ts';
import { announce, type Expected, writeAtOnce } from './write-at-once.ts';

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

/** What a command takes from the rows before it. */
interface Ground {
  readonly known: KnownVisit;
  readonly offset: number | null;
  readonly seq: number;
  readonly clock: string | undefined;
}

/** What the next command of this page finds, if nobody else writes meanwhile. */
const grounds = new WeakMap<FieldStore, Map<string, Ground>>();

function expected({ store, author }: Hand, visitId: string): Ground | undefined {
  const ground = grounds.get(store)?.get(`${author} ${visitId}`);
  const known = rememberedVisit(store, author, visitId);
  if (ground === undefined || known === undefined) return undefined;
  // A refused one may have to be settled with it: that reads first.
  return known.refused.size > 0 || known.lastSeq !== ground.seq ? undefined : { ...ground, known };
}

const expectedOf = ({ known, offset, seq, clock }: Ground): Expected => ({
  ...{ offset, seq, clock },
  refused: known.refused.size,
  lastOrder: known.lastOrder,
});

function expectNext(hand: Hand, logged: LoggedCommand, ground: Ground): void {
  // The clock is the device's, of all visits: what is expected elsewhere no longer holds.
  const next = { ...ground, seq: logged.seq, clock: logged.clock };
  grounds.set(hand.store, new Map([[`${hand.author} ${logged.visitId}`, next]]));
}

function commandOn({ author, device, nowMs }: Hand, act: FieldAct, ground: Ground): LoggedCommand {
  const { known, offset, seq, clock } = ground;
  return {
    ...act,
    id: uuidV7(nowMs),
    schemaVersion: fieldSchemaVersion,
    author,
    device,
    visitId: act.payload.visitId,
    seq: seq + 1,
    clock: nextStamp(clock, device, nowMs + (offset ?? 0)),
    base: baseOf(act, known),
    writtenAt: new Date(nowMs).toISOString(),
    serverOffsetMs: offset,
  };
}

async function readFacts(store: FieldStore, visitId: string): Promise<Omit<Ground, 'known'>> {
  const [offset, seq, clock, wipe] = await facts(store, [
    'serverOffsetMs',
    `seq:${visitId}`,
    'clock',
    'wipe',
  ]);
  if (wipe?.report) throw new Error('this device is being wiped');
  return { offset: offset ?? null, seq: seq ?? 0, clock };
}

function addRows(store: FieldStore, logged: LoggedCommand) {
  return Promise.all([
    store.commands.add(logged),
    store.meta.bulkPut([
      { key: `seq:${logged.visitId}`, value: logged.seq },
      { key: 'clock', value: logged.clock },
    ]),
  ]);
}

/** The digest is no part of what a touch waits for; without it the list reads the visit's rows. */
const digestAfterMs = 150;
const planned = new WeakMap<FieldStore, ReturnType<typeof setTimeout>>();

/** Keeps what the list says of a visit, as it is now. */
export async function keepDigest({ store, author }: Hand, visitId: string): Promise<void> {
  if (!store.isOpen()) return;
  // Two transactions: a lock on the log would hold up the next touch. A digest that is late says so by its print.
  const known = await store.transaction('r', memoryTables(store), async () =>
    knowVisit(store, author, visitId),
  );
  await store.digests.put(digestOf(author, visitId, known));
}

/** Locked, closed or full since the touch: the list reads the rows instead. Any other failure is ours, and is heard of. */
function passOver(error: unknown): void {
  const isPassing =
    error instanceof LockedError || error instanceof Dexie.DatabaseClosedError || isDiskFull(error);
  if (!isPassing) throw error;
}

function keepDigestSoon(hand: Hand, visitId: string): void {
  clearTimeout(planned.get(hand.store));
  const timer = setTimeout(() => void keepDigest(hand, visitId).catch(passOver), digestAfterMs);
  planned.set(hand.store, timer);
}

/**
 * The first touch goes as fast as the next ones: everything that it runs through was run through once before, up to a
 * transaction that comes to nothing.
 */
async function rehearse(hand: Hand, visitId: string, ground: Ground): Promise<void> {
  const act: FieldAct = { action: 'answer.set', payload: { visitId, itemCode: '0', conformity: null } };
  fieldSchemas[act.action].safeParse(act.payload);
  await writeAtOnce(hand.store, commandOn(hand, act, ground), expectedOf(ground), true);
}

/** Reads what the first touch at a visit will build on, so that it too is one round to the disk. */
export async function readyHand(hand: Hand, visitId: string): Promise<void> {
  const { store, author } = hand;
  const ground = await store.transaction('r', [...memoryTables(store), store.meta], async () => {
    const [known, facts] = await Promise.all([knowVisit(store, author, visitId), readFacts(store, visitId)]);
    return { ...facts, known };
  });
  grounds.set(store, new Map([[`${author} ${visitId}`, ground]]));
  await rehearse(hand, visitId, ground);
}

/** What of a command was settled while it was typed, and not as it is logged. */
export type Typed = Pick<LoggedCommand, 'id' | 'base' | 'serverOffsetMs'>;

/**
 * Reads first and then writes: the first command of a page at a visit, and whenever somebody else wrote meanwhile. A
 * text that was `typed` before is logged as of then: `hand.nowMs` is its last key.
 */
export async function writeKnown(hand: Hand, act: FieldAct, typed?: Typed): Promise<LoggedCommand> {
  const { store, author } = hand;
  const { visitId } = act.payload;
  return store.transaction('rw', logTables(store), async () => {
    const [known, facts] = await Promise.all([knowVisit(store, author, visitId), readFacts(store, visitId)]);
    const ground = { ...facts, known };
    const logged = typed
      ? { ...commandOn(hand, act, { ...ground, offset: typed.serverOffsetMs }), ...typed }
      : commandOn(hand, act, ground);
    // Everything is asked for at once: what a touch waits for is one round to the disk.
    await Promise.all([
      addRows(store, logged),
      store.digests.put(digestOf(author, visitId, learn(store, author, known, logged))),
      settleRefused(store, known, logged),
    ]);
    expectNext(hand, logged, ground);
    return logged;
  });
}

/**
 * As the schema gives it back: texts as they are kept. What is logged is never rewritten afterwards, so they are made
 * storable before.
 * @throws DomainError `invalid`
 */
function storableAct({ action, payload }: FieldAct): FieldAct {
  // The payload was parsed by its action's schema.
  return { action, payload: validate(fieldSchemas[action], payload) } as FieldAct;
}

/**
 * Writes one act to the log: id, sequence within the visit, clock and base are given in the same transaction, so two
 * tabs cannot give one number twice. On return it is on the disk.
 * @throws DomainError `invalid` when the payload would be refused; nothing is logged then.
 */
export async function logCommand(hand: Hand, typed: FieldAct): Promise<LoggedCommand> {
  const act = storableAct(typed);
  // Within another's transaction nothing may come to nothing.
  const ground = Dexie.currentTransaction ? undefined : expected(hand, act.payload.visitId);
  if (ground === undefined) return writeKnown(hand, act);
  const logged = commandOn(hand, act, ground);
  if (!(await writeAtOnce(hand.store, logged, expectedOf(ground)))) return writeKnown(hand, act);
  learn(hand.store, hand.author, ground.known, logged);
  expectNext(hand, logged, ground);
  keepDigestSoon(hand, act.payload.visitId);
  announce(hand.store, 'commands', [logged]);
  announce(hand.store, 'meta', [{ key: 'clock' }, { key: `seq:${logged.visitId}` }]);
  return logged;
}
