import type { ContactReport } from '@kycuong/domain/device/contact-report.ts';
import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import type { PulledChange } from '@kycuong/domain/sync/pull.ts';
import { toldUnsent } from '../device/contact-report.ts';
import { isReadable } from '../lock/seal-rows.ts';
import { fact, noteServerTime, setFact } from './facts.ts';
import { decisionTables, keepDecision } from './keep-decision.ts';
import type { FieldServer } from './server.ts';
import type { FieldStore } from './store.ts';
import { forgetVisits } from './visit-memory.ts';

export interface Pulling {
  readonly store: FieldStore;
  readonly server: Pick<FieldServer, 'pull' | 'packet'>;
  readonly account: string;
  readonly now: () => number;
  /** What the device tells of itself along the way, when it is time to. */
  readonly contact?: () => Promise<ContactReport | undefined>;
}

type Command = VisitPacket['commands'][number];

/** Adds what is not known yet, in the order given, and moves the device's clock past what it has seen. */
async function keepCommands(
  { store, account }: Pulling,
  visitId: string,
  commands: readonly Command[],
): Promise<void> {
  let order = (await fact(store, 'order')) ?? 0;
  let clock = (await fact(store, 'clock')) ?? '';
  for (const command of commands) {
    const known = await store.serverCommands.get([account, command.id]);
    // One under a key whose code was forgotten is put anew under the key of now.
    if (isReadable(known) && known.viaParcel === undefined) continue;
    // What a colleague's parcel brought stands from now on as the server tells it.
    if (isReadable(known)) forgetVisits(store);
    order += 1;
    await store.serverCommands.put({ account, id: command.id, visitId, order, command });
    if (command.clock > clock) clock = command.clock;
  }
  await setFact(store, 'order', order);
  if (clock !== '') await setFact(store, 'clock', clock);
}

async function keepPacket(pulling: Pulling, { commands, ...packet }: VisitPacket): Promise<void> {
  const { store, account, now } = pulling;
  const { visitId, status, recoveryKey } = packet;
  if (recoveryKey) await setFact(store, 'recoveryKey', recoveryKey);
  const fetchedAt = new Date(now()).toISOString();
  const held = await store.packets.get([account, visitId]);
  const keptAt = isReadable(held) ? held.keptAt : null;
  await store.packets.put({ account, visitId, packet, status, fetchedAt, keptAt, revoked: false });
  await store.heads.delete([account, visitId]);
  await keepCommands(pulling, visitId, commands);
}

async function keepChange(pulling: Pulling, change: PulledChange): Promise<void> {
  const { store, account } = pulling;
  switch (change.kind) {
    case 'packet':
      return keepPacket(pulling, change.packet);
    case 'command': {
      // Of a visit without a packet it is passed over: the packet will bring it, in its place.
      const known = await store.packets.get([account, change.visitId]);
      return known && keepCommands(pulling, change.visitId, [change.command]);
    }
    case 'revoked':
      await store.packets.update([account, change.visitId], { revoked: true });
      await store.heads.delete([account, change.visitId]);
      return;
    case 'visit':
      await store.packets.update([account, change.visitId], { status: change.status });
      await store.heads.delete([account, change.visitId]);
      return;
    case 'decided':
      return keepDecision(store, account, change);
  }
}

const tables = (store: FieldStore) => [store.meta, store.packets, store.heads, store.serverCommands];

/** Decisions are rare: only then is what touches and counts read held as well. */
function tablesFor(store: FieldStore, changes: readonly PulledChange[]) {
  const isDecided = changes.some(({ kind }) => kind === 'decided');
  return isDecided ? [...tables(store), ...decisionTables(store)] : tables(store);
}

/**
 * Takes in everything that changed for the person since the cursor. A page and its cursor are kept in one
 * transaction: a tab killed in between pulls that page again. Commands written here are never touched. Tells whether
 * the leader decided on anything: then a photo may go that waited for it.
 */
export async function pullChanges(pulling: Pulling): Promise<boolean> {
  const { store, server, account, now } = pulling;
  let contact = await pulling.contact?.();
  let isDecided = false;
  for (;;) {
    const page = await server.pull((await fact(store, `cursor:${account}`)) ?? null, contact);
    const told = contact;
    contact = undefined;
    await store.transaction('rw', tablesFor(store, page.changes), async () => {
      // Another generation of the feed tells everything anew; what it no longer names is no longer the person's.
      if (page.startedOver) {
        await store.packets.where('account').equals(account).modify({ revoked: true });
        await store.heads.where('account').equals(account).delete();
      }
      for (const change of page.changes) await keepChange(pulling, change);
      await setFact(store, `cursor:${account}`, page.cursor);
      await setFact(store, 'lastPulledAt', new Date(now()).toISOString());
      if (told) {
        await setFact(store, 'toldAt', now());
        await setFact(store, 'toldUnsent', toldUnsent(told));
      }
      await noteServerTime(store, page.serverTime, now());
    });
    isDecided ||= page.changes.some(({ kind }) => kind === 'decided');
    if (!page.more) return isDecided;
  }
}

/** Fetches one visit's packet whole, as it is now. */
export async function fetchPacket(pulling: Pulling, visitId: string): Promise<void> {
  const packet = await pulling.server.packet(visitId);
  await pulling.store.transaction('rw', tables(pulling.store), () => keepPacket(pulling, packet));
}
