import { setFact } from './facts.ts';
import { readPackets } from './read-packets.ts';
import type { FieldServer } from './server.ts';
import type { FieldStore } from './store.ts';

interface Noting {
  readonly store: FieldStore;
  readonly server: Pick<FieldServer, 'quarantineCounts'>;
  readonly account: string;
}

/**
 * Asks how much waits for the person's decision, where the person leads a visit that lies here. It is decided at the
 * console; the tablet only says so. A failure leaves what was known: nothing of the work hangs on it.
 */
export async function noteQuarantine({ store, server, account }: Noting): Promise<void> {
  const leads = (await readPackets(store)).some(({ packet }) =>
    packet.team.some((member) => member.accountId === account && member.role === 'leader'),
  );
  if (!leads) return;
  try {
    const counts = await server.quarantineCounts();
    const byVisit = Object.fromEntries(counts.map(({ visitId, count }) => [visitId, count]));
    await setFact(store, `quarantine:${account}`, byVisit);
  } catch {
    // Asked again in the next round.
  }
}
