import type { Ground } from '../work.ts';
import { judgeSplit } from './judge-split.ts';
import { type Bringing, openVisits } from './open-visits.ts';
import { pushedFrom } from './push.ts';
import { readPushed } from './read-pushed.ts';

interface KeptWork extends Bringing {
  readonly author: string;
}

/**
 * Keeps commands whose author is not proven for the leader of the team: stored, not applied.
 * Gives what is told of each, the same each time; what its author has sent has that receipt.
 */
export async function keepForLeader(
  ground: Ground,
  commands: readonly unknown[],
  work: KeptWork,
): Promise<readonly (string | null)[]> {
  const { author, sender, signedBy } = work;
  const pushed = commands.map(readPushed);
  const visitIds = pushed.flatMap(({ item }) => item?.envelope?.visitId ?? []);
  const open = await openVisits(ground, work, author, visitIds);
  const kept = pushed.flatMap(({ item }) =>
    item?.envelope !== undefined && open.has(item.envelope.visitId) ? [item] : [],
  );
  const senderId = sender?.caller.kind === 'person' ? sender.caller.accountId : null;
  const outcomes = await judgeSplit({ ground, author, senderId, signedBy, unproven: true }, kept);
  const byItem = new Map(kept.map((item, index) => [item, outcomes[index]]));
  return pushedFrom(pushed, ({ item }) => item && byItem.get(item), ground.now()).receipts;
}
