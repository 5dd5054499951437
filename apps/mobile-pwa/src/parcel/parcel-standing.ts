import type { QuarantineDecision } from '@kycuong/domain/sync/quarantine.ts';
import type { KeptParcel } from '../sync/store.ts';

/** What the leader decided, by the command's id, as told to the person who holds the parcel. */
export type Decisions = ReadonlyMap<string, QuarantineDecision>;
type Standing = Pick<KeptParcel, 'answer'>;

function arrived({ answer }: Standing): ReadonlySet<string> {
  return new Set(
    answer?.photos.flatMap(({ commandId, status }) => (status === 'awaited' ? [] : [commandId])) ?? [],
  );
}

/**
 * Whether something in it still has to be handed in: the server failed at it, has not opened it, or the leader let a
 * photo's record in meanwhile, whose bytes may lie here alone.
 */
export function isToBeHandedIn({ answer }: Standing, decisions: Decisions): boolean {
  if (answer === null || !answer.opened) return true;
  const there = arrived({ answer });
  return answer.commands.some(
    ({ id, status, action }) =>
      status === 'failed' ||
      (status === 'quarantined' &&
        action === 'evidence.attach' &&
        decisions.get(id) === 'applied' &&
        !there.has(id)),
  );
}

/** Whether the server has said of everything in it that it has it, photos by their records, and the leader of all that was kept. */
export function isAllThere({ answer }: Standing, decisions: Decisions): boolean {
  if (answer === null || !answer.opened) return false;
  const named = new Set(answer.photos.map(({ commandId }) => commandId));
  return answer.commands.every(
    ({ id, status, action }) =>
      (status === 'applied' ||
        status === 'conflict' ||
        status === 'refused' ||
        (status === 'quarantined' && decisions.has(id))) &&
      // Of what was refused or declined the bytes are here alone.
      (action !== 'evidence.attach' || named.has(id)),
  );
}
