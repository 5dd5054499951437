import { largestRequest, type PathLimit, pathLimit } from '@kycuong/domain/network/path-limit.ts';
import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import { troubleOf } from '../sync/server-failure.ts';
import type { FieldStore } from '../sync/store.ts';
import type { SendParcel } from './hand-in-parcel.ts';
import { cutParcel, type MadeParcel, makeParcels } from './make-parcel.ts';
import { NoParcel } from './no-parcel.ts';
import type { ParcelScope } from './read-log.ts';

/** Keeps what the server said of work that was handed in sealed: by its statuses the counts stay true. */
async function noteAnswer(store: FieldStore, answer: HandedIn, at: string): Promise<void> {
  const rows = answer.commands.flatMap(({ id, visitId, status }) =>
    status === 'not-taken' || status === 'failed' || visitId === null ? [] : [{ id, visitId, status, at }],
  );
  await store.transaction('rw', store.sealedAnswers, store.uploads, async () => {
    await store.sealedAnswers.bulkPut(rows);
    for (const { evidenceId, status } of answer.photos)
      if (status !== 'awaited') await store.uploads.update(evidenceId, { receivedAt: at, sending: 0 });
  });
}

/** A parcel of one record goes no smaller. */
const isOne = ({ log }: MadeParcel) => log.commandIds.length < 2;

/**
 * Seals what waits here and hands it in, without its author's code and, where nobody is signed in, by the device's
 * signature alone: in smaller parcels where the way lets no larger ones through. The log stays as it is.
 * @returns what the server said, and how much could not go into the parcel; null when nothing waits.
 * @throws ServerFailure, `too-large` once all else is handed in; or NoParcel where the province's key is not known here
 */
export async function handInSealed(
  store: FieldStore,
  send: SendParcel,
  scope: ParcelScope,
  now: Date,
  limit: PathLimit = pathLimit,
): Promise<(HandedIn & Pick<MadeParcel, 'leftOut'>) | null> {
  const answers: HandedIn[] = [];
  let leftOut = 0;
  let tooLarge: unknown;
  const known = limit.most(largestRequest);
  // What is not known to be narrow takes a parcel of any size.
  let most = known < largestRequest ? known : Number.POSITIVE_INFINITY;
  const handIn = async (made: MadeParcel): Promise<void> => {
    if (isOne(made) || made.file.size <= most)
      try {
        const answer = await send(store, made.file);
        await noteAnswer(store, answer, now.toISOString());
        answers.push(answer);
        leftOut += made.leftOut;
        return;
      } catch (error) {
        if (troubleOf(error) !== 'too-large') throw error;
        if (isOne(made)) {
          tooLarge = error;
          return;
        }
        most = made.file.size - 1;
      }
    for await (const smaller of cutParcel(store, made, now)) await handIn(smaller);
  };
  try {
    for await (const made of makeParcels(store, scope, now)) await handIn(made);
  } catch (error) {
    if (!(error instanceof NoParcel && error.why === 'nothing')) throw error;
  }
  if (tooLarge !== undefined) throw tooLarge;
  const [first] = answers;
  if (first === undefined) return null;
  return {
    parcelId: first.parcelId,
    opened: answers.every(({ opened }) => opened),
    proven: answers.every(({ proven }) => proven),
    commands: answers.flatMap(({ commands }) => commands),
    photos: answers.flatMap(({ photos }) => photos),
    leftOut,
  };
}

/** For a wipe: the number of files that the server took of this device; none where anything stayed out of them. */
export async function handInBeforeWipe(store: FieldStore, send: SendParcel, now: Date): Promise<number> {
  const answer = await handInSealed(store, send, { account: null, visitId: null }, now);
  return answer === null ||
    answer.leftOut > 0 ||
    answer.commands.some(({ status }) => status === 'failed' || status === 'not-taken')
    ? 0
    : 1;
}
