import {
  hasRoomForRecords,
  mostParts,
  mostRecords,
  type ParcelHead,
  parcelMediaType,
} from '@kycuong/domain/sync/parcel.ts';
import { type ParcelReceiver, sealParcel } from '@kycuong/domain/sync/parcel-seal.ts';
import { recoveryPurpose } from '@kycuong/domain/sync/recovery-purpose.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { deviceKeys, signText } from '../device/device-keys.ts';
import { sealedOf } from '../lock/seal-rows.ts';
import { deviceId, fact } from '../sync/facts.ts';
import { logSealedTexts, logTexts } from '../sync/log-text.ts';
import { readPackets } from '../sync/read-packets.ts';
import type { FieldStore, HeldVisit } from '../sync/store.ts';
import { cutLog } from './cut-log.ts';
import { NoParcel } from './no-parcel.ts';
import { parcelName } from './parcel-name.ts';
import { countParts, logParts, type ParcelLog, type ParcelScope, readParcelLog } from './read-log.ts';

export interface MadeParcel {
  readonly id: string;
  readonly name: string;
  readonly file: Blob;
  readonly log: ParcelLog;
  /** Records and photos that lie under a key which was never wrapped for the province: nobody could open them there. */
  readonly leftOut: number;
  readonly counts: ParcelHead['counts'];
  /** Visit, by its unit's name where it can be read. */
  readonly visits: ParcelHead['visits'];
}

async function heldVisits(store: FieldStore, visitIds: readonly string[]): Promise<HeldVisit[]> {
  const meant = new Set(visitIds);
  return (await readPackets(store)).filter((held) => meant.has(held.visitId));
}

/** The province always, and the tablets of those who are in the teams of these visits: they can go on from the file. */
async function receiversOf(store: FieldStore, held: readonly HeldVisit[]): Promise<ParcelReceiver[]> {
  const recovery = await fact(store, 'recoveryKey');
  if (recovery === undefined) throw new NoParcel('no-key');
  const own = await deviceId(store);
  const devices = new Map(
    held.flatMap(({ packet }) =>
      packet.team.flatMap(({ devices: theirs }) =>
        theirs.filter(({ id }) => id !== own).map(({ id, agreeKey }) => [id, agreeKey] as const),
      ),
    ),
  );
  return [
    { kind: 'recovery', ...recovery },
    ...[...devices].map(([id, publicKey]) => ({ kind: 'device' as const, id, publicKey })),
  ];
}

/** The wrapped keys of those rows that nobody here can open now. */
async function dataKeysFor(store: FieldStore, { commandIds }: ParcelLog): Promise<ParcelHead['dataKeys']> {
  const rows = await store.commands.bulkGet([...commandIds]);
  const needed = new Set(rows.flatMap((row) => (row && sealedOf(row)?.keyId) ?? []));
  const keys = await store.keys.bulkGet([...needed]);
  return keys.flatMap((stored) =>
    stored?.byRecovery
      ? [
          {
            keyId: stored.id,
            account: stored.account,
            recoveryId: stored.byRecovery.recoveryKeyId,
            purpose: recoveryPurpose,
            key: stored.byRecovery.wrapped,
          },
        ]
      : [],
  );
}

async function authorsOf(store: FieldStore, { commandIds }: ParcelLog, held: readonly HeldVisit[]) {
  const ids = new Set<string>();
  // The author is a column of the index: it lies open.
  for (const row of await store.commands.bulkGet([...commandIds])) if (row) ids.add(row.author);
  const names = new Map(
    held.flatMap(({ packet }) =>
      packet.team.map(({ accountId, fullName }) => [accountId, fullName] as const),
    ),
  );
  for (const { account, person } of await store.keys.toArray()) names.set(account, person.fullName);
  return [...ids].map((id) => ({ id, name: names.get(id) ?? null }));
}

interface Making {
  readonly store: FieldStore;
  readonly now: Date;
  readonly most: { readonly parts: number; readonly records: number };
}

/** Undefined: more than one parcel may have. `place`: the how many-th of those that are made together. */
async function sealLog(
  { store, now, most }: Making,
  log: ParcelLog,
  place: number,
): Promise<MadeParcel | undefined> {
  if (countParts(log) > most.parts || log.commandIds.length > most.records) return undefined;
  const held = await heldVisits(store, log.visitIds);
  const receivers = await receiversOf(store, held);
  const dataKeys = await dataKeysFor(store, log);
  const openable = new Set(dataKeys.map(({ keyId }) => keyId));
  let leftOut = 0;
  const canOpen = (keyId: string) => {
    if (!openable.has(keyId)) leftOut += 1;
    return openable.has(keyId);
  };
  const [device, label, keys] = await Promise.all([
    deviceId(store),
    fact(store, 'deviceLabel'),
    deviceKeys(store),
  ]);
  const unitOf = new Map(held.map(({ visitId, packet }) => [visitId, packet.unit.name]));
  const id = uuidV7(now.getTime());
  const counts = { records: log.openIds.length, photos: log.uploads.length };
  const open = new Set(log.openIds);
  const visits = [...log.byVisit].map(([visitId, here]) => {
    const photos = log.uploads.filter((upload) => upload.visitId === visitId).length;
    const records = here.filter((one) => open.has(one)).length;
    return { id: visitId, unitName: unitOf.get(visitId) ?? null, records, photos };
  });
  const { head, start, parts } = await sealParcel({
    facts: {
      id,
      madeAt: now.toISOString(),
      appVersion: String(import.meta.env.VITE_APP_VERSION ?? 'thử nghiệm'),
      mode: dataKeys.length > 0 ? 'locked' : 'unlocked',
      device: { id: device, label: label ?? null },
      authors: await authorsOf(store, log, held),
      visits,
      counts,
      dataKeys,
    },
    receivers,
    parts: logParts(store, log, canOpen),
    // The browser may lay a Blob on the disk: 500 photos need not be in memory at once.
    keep: (sealed) => new Blob([sealed]),
    sign: async (text) => (keys ? signText(keys, text) : null),
  });
  if (!hasRoomForRecords(head)) return undefined;
  return {
    id,
    name: parcelName(
      [...new Set(visits.flatMap(({ unitName }) => unitName ?? []))],
      label ?? device.slice(-8),
      now,
      place,
    ),
    file: new Blob([start, ...parts], { type: parcelMediaType }),
    log,
    leftOut,
    counts,
    visits,
  };
}

async function* sealCut(making: Making, log: ParcelLog, from: number): AsyncGenerator<MadeParcel, number> {
  const made = await sealLog(making, log, from);
  if (made !== undefined) {
    yield made;
    return from + 1;
  }
  // One record alone fits into any parcel.
  if (log.commandIds.length < 2) throw new Error('a record larger than a parcel');
  let place = from;
  for (const piece of cutLog(log)) place = yield* sealCut(making, piece, place);
  return place;
}

const holds: Making['most'] = { parts: mostParts, records: mostRecords };

/** The same in smaller ones: what lies between lets no such parcel through. Of one record there is no smaller one. */
export async function* cutParcel(
  store: FieldStore,
  { log }: Pick<MadeParcel, 'log'>,
  now: Date,
): AsyncGenerator<MadeParcel> {
  for (const piece of cutLog(log)) yield* sealCut({ store, now, most: holds }, piece, 1);
}

/**
 * Seals what waits on this device: into one file, or into as many as it takes, by visit and in the order in which it was
 * written. What the person at work can read goes in as it is; what lies under another's key, or under a code that nobody
 * has typed, goes in as it lies here, with that key wrapped for the province. Nothing on the device changes by it, but that
 * what was typed and left is logged first.
 * @throws NoParcel
 */
export async function* makeParcels(
  store: FieldStore,
  scope: ParcelScope,
  now: Date,
  most = holds,
): AsyncGenerator<MadeParcel> {
  // What was typed goes in as the commands that it is.
  await logTexts(store, scope);
  await logSealedTexts(store, scope);
  const log = await readParcelLog(store, scope);
  if (log.openIds.length === 0 && log.uploads.length === 0) throw new NoParcel('nothing');
  yield* sealCut({ store, now, most }, log, 1);
}
