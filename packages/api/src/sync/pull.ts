import { visit } from '@kycuong/db/schema/visit.ts';
import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import { PullChanges, type Pulled, type PulledChange } from '@kycuong/domain/sync/pull.ts';
import { eq } from 'drizzle-orm';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { buildPacket } from './build-packet.ts';
import { currentGeneration, listEntries, readCursor, writeCursor } from './feed-cursor.ts';
import { findFieldCommands } from './list-field-commands.ts';

const entriesAtOnce = 500;
/** Packets are large: a link that drops should not cost more than a few of them. */
const packetsAtOnce = 5;

type Entry = Awaited<ReturnType<typeof listEntries>>[number];

/** As many entries from the front as bring no more than the packets of one page. */
function onePage(entries: readonly Entry[]): Entry[] {
  const granted = new Set<string | null>();
  const tooMany = entries.findIndex((entry) => {
    if (entry.kind === 'granted') granted.add(entry.visitId);
    return granted.size > packetsAtOnce;
  });
  return entries.slice(0, tooMany < 0 ? undefined : tooMany);
}

interface Reader {
  readonly accountId: string | null;
  readonly now: Date;
}

/** Each granted visit once, as it is now. None of a visit that was taken away since: that entry follows. */
async function buildPackets(tx: Transaction, page: readonly Entry[], reader: Reader) {
  const packets = new Map<string, VisitPacket>();
  for (const { kind, visitId } of page) {
    if (kind !== 'granted' || visitId === null || packets.has(visitId)) continue;
    const packet = await buildPacket(tx, { visitId, ...reader });
    if (packet !== undefined) packets.set(visitId, packet);
  }
  return packets;
}

async function changesOf(tx: Transaction, page: readonly Entry[], reader: Reader): Promise<PulledChange[]> {
  const packets = await buildPackets(tx, page, reader);
  const commands = await findFieldCommands(
    tx,
    page.flatMap(({ commandId }) => commandId ?? []),
  );
  const changes: PulledChange[] = [];
  for (const { kind, visitId, commandId } of page) {
    if (visitId === null) continue;
    const packet = packets.get(visitId);
    if (kind === 'granted') {
      if (packet !== undefined && !changes.some((change) => 'packet' in change && change.packet === packet))
        changes.push({ kind: 'packet', packet });
    } else if (kind === 'revoked') {
      // Granted again later in the page: the packet says what holds.
      if (packet === undefined) changes.push({ kind, visitId });
    } else if (packet !== undefined) {
      // The packet, built after the page was read, has it already.
    } else if (kind === 'command') {
      const written = commands.get(commandId ?? '');
      if (written !== undefined) changes.push({ kind, ...written });
    } else {
      const [row] = await tx.select({ status: visit.status }).from(visit).where(eq(visit.id, visitId));
      if (row !== undefined) changes.push({ kind, visitId, status: row.status });
    }
  }
  return changes;
}

/** What changed for the person since the cursor, page by page. A cursor of another generation starts over. */
export const pull = query({
  input: PullChanges,
  run: async ({ tx, input, actor, now }): Promise<Pulled> => {
    const generation = await currentGeneration(tx);
    const given = readCursor(input.cursor);
    const known = given?.generation === generation;
    const from = known ? given : { generation, xid: '0', seq: '0' };
    const entries = await listEntries(tx, from, entriesAtOnce);
    const page = onePage(entries);
    const last = page.at(-1);
    return {
      cursor: writeCursor(last ? { generation, xid: last.xid, seq: String(last.seq) } : from),
      more: page.length < entries.length || entries.length === entriesAtOnce,
      startedOver: input.cursor !== null && !known,
      changes: await changesOf(tx, page, { accountId: actor.accountId, now }),
      serverTime: now.toISOString(),
    };
  },
});
