import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import { PullChanges, type Pulled, type PulledChange } from '@kycuong/domain/sync/pull.ts';
import { directQuery } from '../query.ts';
import { enter, type Transaction } from '../transaction.ts';
import type { Request } from '../work.ts';
import { buildPacket } from './build-packet.ts';
import { readCursor } from './feed-cursor.ts';
import { type FeedEntry, readFeed } from './read-feed.ts';

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
  if (granted.size === 0) return packets;
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

function changesOf(page: readonly FeedEntry[], packets: ReadonlyMap<string, VisitPacket>): PulledChange[] {
  const changes: PulledChange[] = [];
  const told = new Set<string>();
  for (const { kind, visitId, command, status } of page) {
    const packet = packets.get(visitId);
    if (kind === 'granted') {
      if (packet !== undefined && !told.has(visitId)) changes.push({ kind: 'packet', packet });
      told.add(visitId);
    } else if (packet !== undefined) {
      // Built after the page was read, it has this already; or the visit was granted again later in the page.
    } else if (kind === 'revoked') {
      changes.push({ kind, visitId });
    } else if (kind === 'command') {
      if (command !== null) changes.push({ kind, visitId, command });
    } else if (status !== null) {
      changes.push({ kind, visitId, status });
    }
  }
  return changes;
}

/** What changed for the person since the cursor, page by page. A cursor of another generation starts over. */
export const pull = directQuery({
  input: PullChanges,
  answer: async ({ ground, caller, input, now }): Promise<Pulled> => {
    if (caller.kind !== 'person') throw new DomainError('forbidden', 'access.forbidden');
    const reader = { accountId: caller.accountId, now };
    const feed = await readFeed(ground.database, reader, readCursor(input.cursor));
    const page = onePage(feed.entries);
    const isCut = page.length < feed.entries.length;
    const last = isCut ? (page.at(-1)?.at ?? '0:0') : feed.last;
    return {
      cursor: `${feed.generation}:${last}`,
      more: isCut || feed.full,
      startedOver: input.cursor !== null && !feed.known,
      changes: changesOf(page, await buildPackets({ ground }, page, reader)),
      serverTime: now.toISOString(),
    };
  },
});
