import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import { backoffMs } from '../sync/backoff.ts';
import { ServerFailure } from '../sync/server-failure.ts';
import type { FieldStore, KeptParcel } from '../sync/store.ts';
import { forgetVisits } from '../sync/visit-memory.ts';
import type { SendParcel } from './hand-in-parcel.ts';
import { isToBeHandedIn } from './parcel-standing.ts';
import { readDecisions } from './read-decisions.ts';

export interface Carrying {
  readonly store: FieldStore;
  /** Who is signed in: the one who took the parcels over. */
  readonly account: string;
  readonly send: SendParcel;
  readonly now: () => number;
  readonly random: () => number;
}

/** What the server did not apply is no longer shown as if it stood. The file keeps it. */
async function takeBack(store: FieldStore, account: string, answer: HandedIn): Promise<void> {
  const gone = answer.commands.flatMap(({ id, status }) =>
    status === 'refused' || status === 'quarantined' || status === 'not-taken' ? [id] : [],
  );
  await store.transaction('rw', store.serverCommands, async () => {
    for (const id of gone) {
      const row = await store.serverCommands.get([account, id]);
      if (row?.viaParcel === answer.parcelId) await store.serverCommands.delete([account, id]);
    }
  });
  if (gone.length > 0) forgetVisits(store);
}

/** Hands in the parcels that the person took over, each by itself. Gives the Unix ms of the next try, or null. */
export async function carryParcels({ store, account, send, now, random }: Carrying): Promise<number | null> {
  const kept = await store.parcels.where('account').equals(account).toArray();
  const decisions = await readDecisions(store, account);
  const isOpen = (parcel: Pick<KeptParcel, 'answer'>) => isToBeHandedIn(parcel, decisions);
  for (const parcel of kept) {
    if (!isOpen(parcel) || parcel.notBefore > now()) continue;
    const again = {
      failures: parcel.failures + 1,
      notBefore: now() + backoffMs(parcel.failures + 1, random),
    };
    try {
      const answer = await send(store, parcel.file);
      await takeBack(store, account, answer);
      const done = !isOpen({ answer });
      const answeredAt = new Date(now()).toISOString();
      await store.parcels.update(parcel.id, {
        answer,
        answeredAt,
        trouble: null,
        ...(done ? { failures: 0, notBefore: 0 } : again),
      });
    } catch (error) {
      if (!(error instanceof ServerFailure)) throw error;
      await store.parcels.update(parcel.id, {
        ...again,
        trouble: error.trouble,
        notBefore: Math.max(again.notBefore, now() + error.retryAfterMs),
      });
    }
  }
  const left = (await store.parcels.where('account').equals(account).toArray()).filter(isOpen);
  return left.length === 0 ? null : Math.min(...left.map(({ notBefore }) => notBefore));
}
