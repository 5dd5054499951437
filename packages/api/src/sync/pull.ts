import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import { PullChanges, type Pulled, type PulledChange } from '@kycuong/domain/sync/pull.ts';
import { directQuery } from '../query.ts';
import { enter, type Transaction } from '../transaction.ts';
import type { Request } from '../work.ts';
import { buildPacket } from './build-packet.ts';
import { readCursor } from './feed-cursor.ts';
import { entriesOf, type FeedEntry, type FeedPage, readFeed } from './read-feed.ts';

/** Packets are large: a link that drops should not cost more than a few of them. */
const packetsAtOnce = 5;

/** As many entries from the front as bring no more than the packets of one page. */
function onePage(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  const granted = new Set<string>();
  const tooMany = entries.findIndex(({ kind, visitId }) => {
    if (kind === 'granted') granted.add(visitId);
    return granted.size > packetsAtOnce;
  });
  return tooMany < 0 ? entries : entries.slice(0, tooMany);
}

interface Reader {
  readonly accountId: string;
  readonly now: Date;
}

/** Each granted visit once, as it is now. None of a visit that was taken away since: that entry follows. */
async function buildPackets(
  { ground }: Pick<Request, 'ground'>,
  page: readonly FeedEntry[],
  { accountId, now }: Reader,
): Promise<ReadonlyMap<string, VisitPacket>> {
  const packets = new Map<string, VisitPacket>();
  const granted = new Set(page.flatMap(({ kind, visitId }) => (kind === 'granted' ? [visitId] : [])));
  const build = async (tx: Transaction) => {
    await enter(tx, { kind: 'person', accountId }, now);
    for (const visitId of granted) {
      const packet = await buildPacket(tx, { visitId, accountId, now });
      if (packet !== undefined) packets.set(visitId, packet);
    }
  };
  await ground.database.transaction(build, { accessMode: 'read only' });
  return packets;
}

function withPackets(page: readonly FeedEntry[], packets: ReadonlyMap<string, VisitPacket>): PulledChange[] {
  const changes: PulledChange[] = [];
  const told = new Set<string>();
  for (const entry of page) {
    const packet = packets.get(entry.visitId);
    if (entry.kind === 'granted') {
      if (packet !== undefined && !told.has(entry.visitId)) changes.push({ kind: 'packet', packet });
      told.add(entry.visitId);
    } else if (packet === undefined || entry.kind === 'decided') {
      changes.push(entry);
    }
    // Else the packet, built after the page was read, has it already; or the visit was granted again later in the page.
  }
  return changes;
}

/** What is told of a page beside its changes. `cut`: where it was cut short. */
export function pageFacts(
  feed: FeedPage,
  { cursor, now, cut }: { cursor: string | null; now: Date; cut?: string | undefined },
): Omit<Pulled, 'changes'> {
  return {
    cursor: `${feed.generation}:${cut ?? feed.last}`,
    more: cut !== undefined || feed.is_full,
    startedOver: cursor !== null && !feed.known,
    serverTime: now.toISOString(),
  };
}

/** What changed for the person since the cursor, page by page. A cursor of another generation starts over. */
export const pull = directQuery({
  input: PullChanges,
  answer: async ({ ground, caller, input: { cursor }, now }): Promise<Pulled> => {
    if (caller.kind !== 'person') throw new DomainError('forbidden', 'access.forbidden');
    const reader = { accountId: caller.accountId, now };
    const feed = await readFeed(ground.database, reader, readCursor(cursor));
    if (feed === undefined) throw new DomainError('unauthenticated', 'access.account-disabled');
    if (!feed.has_grants) return { ...pageFacts(feed, { cursor, now }), changes: JSON.parse(feed.changes) };
    const entries = entriesOf(feed);
    const page = onePage(entries);
    const cut = page.length < entries.length ? page.at(-1)?.at : undefined;
    const changes = withPackets(page, await buildPackets({ ground }, page, reader));
    return { ...pageFacts(feed, { cursor, now, cut }), changes };
  },
});
