import { isDossierDraft } from '../dossier/dossier-draft.ts';
import { isBlank } from '../draft/is-blank.ts';
import { photosIn } from '../finding/finding-draft.ts';
import { isReadable } from '../lock/seal-rows.ts';
import { isAllThere } from '../parcel/parcel-standing.ts';
import { readDecisions } from '../parcel/read-decisions.ts';
import { fact, setFact } from './facts.ts';
import { readPackets } from './read-packets.ts';
import { defaultRetentionDays, type RetentionFacts, type RetentionPlan, retentionPlan } from './retention.ts';
import type { FieldServer } from './server.ts';
import type { Draft, FieldStore } from './store.ts';
import { forgetVisits } from './visit-memory.ts';

/** At most as many ids as the server takes in one question. */
/** Their names go in the address, of which a hop may take no more than 8 kB. */
const mostAsked = 100;
const everyMs = 6 * 3_600_000;

async function commandKeys(store: FieldStore): Promise<RetentionFacts['commands']> {
  const visitIds = await store.commands.orderBy('visitId').uniqueKeys();
  const keys = await Promise.all(
    visitIds.map(async (key) => {
      const ids = await store.commands.where('visitId').equals(String(key)).primaryKeys();
      return ids.map((id) => ({ id, visitId: String(key) }));
    }),
  );
  return keys.flat();
}

async function parcelFacts(store: FieldStore): Promise<RetentionFacts['parcels']> {
  const facts: RetentionFacts['parcels'][number][] = [];
  for (const { id, account, answer, answeredAt, photos, facts: named, file } of await store.parcels.toArray())
    facts.push({
      ...{ id, account, answeredAt, photos },
      isThere: isAllThere({ answer }, await readDecisions(store, account)),
      bytes: file.size,
      visitIds: named.visits.map((visit) => visit.id),
      evidenceIds: answer?.photos.map(({ evidenceId }) => evidenceId) ?? [],
    });
  return facts;
}

function draftFacts(draft: Draft): RetentionFacts['drafts'][number] {
  const { account, key } = draft;
  const value = isReadable(draft) ? draft.value : undefined;
  const visitId = isDossierDraft(value) ? value.visitId : undefined;
  const isFinding = key.startsWith('finding ') || key.startsWith('photos ');
  const photos = isReadable(draft) || !isFinding ? photosIn(value).map(({ sha256 }) => sha256) : null;
  return { account, key, visitId, photos };
}

async function readFacts(store: FieldStore): Promise<RetentionFacts> {
  const [commands, texts, receipts, settlements, uploads, files, evidence, packets, drafts, parcels, days] =
    await Promise.all([
      commandKeys(store),
      store.texts.toArray(),
      store.receipts.toArray(),
      store.settlements.toArray(),
      store.uploads.toArray(),
      store.files.toCollection().primaryKeys(),
      store.evidence.toCollection().primaryKeys(),
      readPackets(store),
      store.drafts.toArray(),
      parcelFacts(store),
      fact(store, 'retentionDays'),
    ]);
  return {
    ...{ commands, texts, receipts, settlements, uploads, parcels },
    files: [
      ...files.map(([account, sha256]) => ({ account, sha256 })),
      ...evidence.map((sha256) => ({ account: null, sha256 })),
    ],
    // What is sealed in another person's packet cannot be asked; their visit stays.
    packets,
    drafts: drafts.filter((draft) => !isBlank(draft)).map(draftFacts),
    days: days ?? defaultRetentionDays,
  };
}

function freeTables(store: FieldStore) {
  const { meta, commands, receipts, settlements, lanes, parked, packets, serverCommands } = store;
  const { files, evidence, thumbnails, uploads, heads, digests, drafts, texts, decisions, parcels } = store;
  return [
    ...[meta, commands, receipts, settlements, lanes, parked, packets, serverCommands],
    ...[files, evidence, thumbnails, uploads, heads, digests, drafts, texts, decisions, parcels],
  ];
}

/** What will be freed, and when. */
export async function readPlan(store: FieldStore): Promise<RetentionPlan> {
  return store.transaction('r', freeTables(store), async () => retentionPlan(await readFacts(store)));
}

/** What the server says just now that it holds: the hash by the attachment's id. */
async function confirmed(
  server: Pick<FieldServer, 'evidenceStates'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const held = new Map<string, string>();
  for (let at = 0; at < ids.length; at += mostAsked)
    for (const { id, status, sha256 } of await server.evidenceStates(ids.slice(at, at + mostAsked)))
      if (status === 'received') held.set(id, sha256);
  return held;
}

async function dropVisit(store: FieldStore, visitId: string): Promise<void> {
  const ids = await store.commands.where('visitId').equals(visitId).primaryKeys();
  await store.commands.bulkDelete(ids);
  await store.receipts.bulkDelete(ids);
  await store.settlements.bulkDelete(ids);
  await store.parked.bulkDelete(ids);
  await store.decisions.where('visitId').equals(visitId).delete();
  await store.uploads.where('visitId').equals(visitId).delete();
  const drafts = await store.drafts.toArray();
  const isOf = (draft: Draft) => draft.key.includes(visitId) || draftFacts(draft).visitId === visitId;
  await store.drafts.bulkDelete(
    drafts.filter(isOf).map(({ account, key }): [string, string] => [account, key]),
  );
  for (const [account, visit] of await store.packets.toCollection().primaryKeys()) {
    if (visit !== visitId) continue;
    await store.serverCommands.where('[account+visitId]').equals([account, visitId]).delete();
    await store.digests.delete([account, visitId]);
    await store.heads.delete([account, visitId]);
    await store.packets.delete([account, visitId]);
  }
}

export interface Freed {
  readonly files: number;
  readonly visits: number;
  readonly bytes: number;
}

/**
 * Frees what may go: what is due, or, when the person asks for it `now`, all that the rule allows but for the wait. The
 * server is asked first what it holds, hash by hash; what may go is worked out anew in the transaction that removes it.
 */
export async function freeRoom(
  { store, server, nowMs }: { store: FieldStore; server: Pick<FieldServer, 'evidenceStates'>; nowMs: number },
  { now = false }: { readonly now?: boolean } = {},
): Promise<Freed> {
  // What its author lets go lies nowhere else: the day that was said holds, whoever is in a hurry.
  const isDue = ({ freeAt, letGo = [] }: { freeAt: string; letGo?: readonly string[] }) =>
    (now && letGo.length === 0) || Date.parse(freeAt) <= nowMs;
  const plan = await readPlan(store);
  const asked = [...plan.files, ...plan.parcels, ...plan.visits]
    .filter(isDue)
    .flatMap(({ evidenceIds }) => evidenceIds);
  const held = await confirmed(server, [...new Set(asked)]);
  return store.transaction('rw', freeTables(store), async () => {
    const facts = await readFacts(store);
    const { files, parcels, visits } = retentionPlan(facts);
    const attachments = [...facts.uploads, ...facts.parcels.flatMap(({ photos }) => photos)];
    const hashOf = new Map(attachments.map(({ evidenceId, sha256 }) => [evidenceId, sha256]));
    // What only the province can open tells no hash here: then the server's word for the attachment has to do.
    const isHeld = ({ evidenceIds }: { evidenceIds: readonly string[] }) =>
      evidenceIds.every((id) => held.has(id) && held.get(id) === (hashOf.get(id) ?? held.get(id)));
    const gone = files.filter((file) => isDue(file) && isHeld(file));
    for (const { account, sha256, letGo } of gone) {
      await (account === null ? store.evidence.delete(sha256) : store.files.delete([account, sha256]));
      // Nothing waits for these bytes any more; the record of them stays, declined as it is.
      await store.uploads.bulkDelete([...letGo]);
    }
    const kept = new Set([
      ...(await store.files.toCollection().primaryKeys()).map(([, sha256]) => sha256),
      ...(await store.evidence.toCollection().primaryKeys()),
    ]);
    const left = new Set(
      (await store.files.toCollection().primaryKeys()).map(([account, sha256]) => `${account} ${sha256}`),
    );
    const handedIn = parcels.filter((parcel) => {
      const whole = facts.parcels.find(({ id }) => id === parcel.id);
      const isLeft = whole?.photos.some(({ sha256 }) => left.has(`${whole.account} ${sha256}`));
      return isDue(parcel) && isHeld(parcel) && isLeft === false;
    });
    await store.parcels.bulkDelete(handedIn.map(({ id }) => id));
    // A visit goes after the bytes of all its photos, and not before.
    const ended = visits.filter(
      (visit) =>
        isDue(visit) && isHeld(visit) && !visit.evidenceIds.some((id) => kept.has(hashOf.get(id) ?? '')),
    );
    for (const { visitId } of ended) await dropVisit(store, visitId);
    const named = new Set((await store.uploads.toArray()).map(({ sha256 }) => sha256));
    const drafted = new Set(facts.drafts.flatMap(({ photos }) => photos ?? []));
    if (ended.length > 0 || gone.some(({ letGo }) => letGo.length > 0))
      for (const [account, sha256] of await store.thumbnails.toCollection().primaryKeys())
        if (!named.has(sha256) && !kept.has(sha256) && !drafted.has(sha256))
          await store.thumbnails.delete([account, sha256]);
    await setFact(store, 'freedAt', nowMs);
    if (ended.length > 0) forgetVisits(store);
    return {
      files: gone.length,
      visits: ended.length,
      bytes: [...gone, ...handedIn].reduce((sum, { bytes }) => sum + bytes, 0),
    };
  });
}

/** As part of the rounds, a few times a day. */
export async function freeWhenDue(ground: Parameters<typeof freeRoom>[0]): Promise<void> {
  const last = (await fact(ground.store, 'freedAt')) ?? 0;
  if (ground.nowMs - last >= everyMs) await freeRoom(ground);
}
