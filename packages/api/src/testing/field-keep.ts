import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { perform } from '../door.ts';
import { admitQuarantined } from '../sync/admit-quarantined.ts';
import { declineQuarantined } from '../sync/decline-quarantined.ts';
import { listQuarantined } from '../sync/list-quarantined.ts';
import type { Ground } from '../work.ts';
import { dying, type Play } from './field-line.ts';
import type { FieldStep } from './field-step.ts';

export async function decideOn(
  play: Play,
  quarantinedId: string,
  admits: boolean,
  ground?: Ground,
): Promise<boolean> {
  const { house, faults } = play.world;
  const request = { ground: ground ?? house.ground, caller: house.caller('leader') };
  const text = admits
    ? await perform(admitQuarantined, request, { id: uuidV7(), payload: { quarantinedId } })
    : await perform(declineQuarantined, request, {
        id: uuidV7(),
        payload: { quarantinedId, reason: 'Không thuộc đợt này.' },
      });
  const { status } = Receipt.parse(JSON.parse(text));
  if (status === 'refused') {
    faults.add('what the leader would let in was refused by the rules');
    return false;
  }
  faults.add(admits ? 'kept command let in by the leader' : 'kept command declined by the leader');
  return true;
}

/** What waits for the leader; asked where a tablet was told of it. */
export async function keptAt({ world: { house }, visitIds, hands }: Play, decided = false) {
  const isTold = (visitId: string) =>
    hands.some(({ tablet }) =>
      tablet.log.some(
        ({ id, visitId: of, action }) =>
          of === visitId && (tablet.wasKept(id) || action === 'command.hand-to-leader'),
      ),
    );
  const kept = visitIds
    .filter(isTold)
    .map((visitId) => house.ask('leader', listQuarantined, { visitId, decided }));
  return (await Promise.all(kept)).flat();
}

export async function decideOne(play: Play, { n, value }: FieldStep): Promise<void> {
  const kept = (await keptAt(play)).filter(({ mayDecide }) => mayDecide);
  const one = kept[n % Math.max(1, kept.length)];
  if (one === undefined) return;
  const ground = value === 0 ? dying(play, n, 'the leader decides') : undefined;
  await decideOn(play, one.id, value !== 3, ground).catch((error: unknown) => {
    if (ground === undefined) throw error;
  });
}
