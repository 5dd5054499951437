import type { Draft, HeldVisit, KeptParcel, Settlement, StoredReceipt, TypedText, Upload } from './store.ts';

/** How long what the server has stays on the device as well, unless the person chose otherwise. */
export const defaultRetentionDays = 14;
export const retentionChoices = [7, 14, 30, 90] as const;
const dayMs = 86_400_000;

/** What the rule looks at. Holds no work, only what stands in the plain columns. */
export interface RetentionFacts {
  readonly commands: readonly { readonly id: string; readonly visitId: string }[];
  /** Typed, and no commands yet. */
  readonly texts: readonly Pick<TypedText, 'visitId'>[];
  readonly receipts: readonly Pick<StoredReceipt, 'id' | 'visitId' | 'status' | 'storedAt'>[];
  readonly settlements: readonly Settlement[];
  readonly uploads: readonly Upload[];
  /** Kept bytes; `account` is null for those that database version 1 kept for everybody. */
  readonly files: readonly { readonly account: string | null; readonly sha256: string }[];
  readonly packets: readonly Pick<HeldVisit, 'account' | 'visitId' | 'status' | 'revoked'>[];
  /** Forms that are not handed in, and the hashes of photos that wait in them; null: cannot be told, locked. */
  readonly drafts: readonly (Pick<Draft, 'account' | 'key'> & {
    readonly photos: readonly string[] | null;
    /** Of a dossier, whose key does not say it; undefined where it cannot be told. */
    readonly visitId: string | undefined;
  })[];
  /** Colleagues' parcels; `isThere`: the server has said of everything in it that it has it. */
  readonly parcels: readonly (Pick<KeptParcel, 'id' | 'account' | 'answeredAt' | 'photos'> & {
    readonly isThere: boolean;
    readonly bytes: number;
    readonly visitIds: readonly string[];
    /** As the server's answer names them. */
    readonly evidenceIds: readonly string[];
  })[];
  readonly days: number;
}

export interface FreeFile {
  readonly account: string | null;
  readonly sha256: string;
  readonly bytes: number;
  /** Attachments of the hash that the server must name as received before the bytes may go; none only where all are let go. */
  readonly evidenceIds: readonly string[];
  /** Attachments that the leader declined and whose photo the person lets go. */
  readonly letGo: readonly string[];
  readonly freeAt: string;
}

export interface FreeVisit {
  readonly visitId: string;
  readonly evidenceIds: readonly string[];
  readonly freeAt: string;
}

export interface FreeParcel {
  readonly id: string;
  readonly bytes: number;
  readonly evidenceIds: readonly string[];
  readonly freeAt: string;
}

export interface RetentionPlan {
  readonly files: readonly FreeFile[];
  readonly parcels: readonly FreeParcel[];
  readonly visits: readonly FreeVisit[];
}

const later = (times: readonly (string | null)[]) =>
  times.reduce<string>((last, time) => (time !== null && time > last ? time : last), '');

export function afterDays(time: string, days: number): string {
  return new Date(Date.parse(time) + days * dayMs).toISOString();
}

/** Ids of commands that nothing is to come of any more: refused, and mended or laid to rest. */
function endedCommands({ receipts, settlements }: RetentionFacts): ReadonlySet<string> {
  const refused = new Set(receipts.flatMap(({ id, status }) => (status === 'refused' ? [id] : [])));
  // What is before the leader may yet be let in.
  return new Set(
    settlements.flatMap(({ refusedId, toLeader }) =>
      refused.has(refusedId) && !toLeader ? [refusedId] : [],
    ),
  );
}

/** When the person let the photo of a declined record go, by the record's command. */
function letGoTimes(
  { settlements }: RetentionFacts,
  ended: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  return new Map(
    settlements.flatMap(({ refusedId, mendedBy, letGoAt }) =>
      letGoAt !== undefined && mendedBy === null && ended.has(refusedId) ? [[refusedId, letGoAt]] : [],
    ),
  );
}

/** Visits of which anything is unsent, refused and unsettled, before the leader, away, or still being written. */
function busyVisits(
  { commands, texts, receipts, uploads, packets, drafts }: RetentionFacts,
  ended: ReadonlySet<string>,
): {
  readonly isBusy: (visitId: string) => boolean;
  /** A form may belong to it. */
  readonly isDrafted: (visitId: string) => boolean;
} {
  const statuses = new Map(receipts.map(({ id, status }) => [id, status]));
  const received = new Set(uploads.flatMap(({ sha256, receivedAt }) => (receivedAt ? [sha256] : [])));
  const busy = new Set(texts.map(({ visitId }) => visitId));
  for (const { id, visitId } of commands) {
    const status = statuses.get(id);
    if (status !== 'applied' && status !== 'conflict' && !ended.has(id)) busy.add(visitId);
  }
  for (const { visitId, sha256 } of uploads) if (!received.has(sha256)) busy.add(visitId);
  const closed = new Set(packets.flatMap(({ visitId, status }) => (status === 'closed' ? [visitId] : [])));
  // A dossier that does not say where it was begun holds everything. The words for another act are of no use at a closed visit.
  const isDrafted = (visitId: string) =>
    drafts.some(({ key, visitId: at = visitId }) =>
      key.startsWith('dossier ')
        ? at === visitId
        : key.includes(visitId) && (/^(finding|photos) /.test(key) || !closed.has(visitId)),
    );
  return { isDrafted, isBusy: (visitId) => busy.has(visitId) || isDrafted(visitId) };
}

/**
 * What may go from this device, and when: bytes of photos and whole visits that the server has, a while after it said
 * so. A local copy goes only after receipts naming every hash, and never while anything of its visit is open; but for
 * the photo that the leader declined and its author lets go, as long after that word as any other after its receipt.
 */
export function retentionPlan(facts: RetentionFacts): RetentionPlan {
  const { uploads, receipts, commands, packets, drafts, parcels, days } = facts;
  const ended = endedCommands(facts);
  const { isBusy, isDrafted } = busyVisits(facts, ended);
  const letGoAt = letGoTimes(facts, ended);
  /** Attachments as which the server holds these bytes. */
  const heldAs = (wanted: string) =>
    uploads.filter(({ sha256, receivedAt }) => sha256 === wanted && receivedAt !== null);
  const idsOf = (some: readonly Upload[]) => [...new Set(some.map(({ evidenceId }) => evidenceId))];
  const isInDraft = (account: string | null, sha256: string) =>
    drafts.some(
      (draft) =>
        (account === null || draft.account === account) &&
        (draft.photos === null || draft.photos.includes(sha256)),
    );
  const lastReceipt = (visitId: string) =>
    later(receipts.flatMap((row) => (row.visitId === visitId ? [row.storedAt] : [])));

  const files = facts.files.flatMap(({ account, sha256 }): FreeFile[] => {
    const named = uploads.filter(
      (upload) => upload.sha256 === sha256 && (account === null || upload.author === account),
    );
    // Own photos, and those that came in colleagues' parcels.
    const brought = parcels.flatMap((parcel) =>
      parcel.account === account
        ? parcel.photos.flatMap((photo) => (photo.sha256 === sha256 ? [{ ...parcel, photo }] : []))
        : [],
    );
    const isOpen =
      named.some(({ receivedAt, visitId, commandId }) =>
        letGoAt.has(commandId)
          ? isDrafted(visitId)
          : (receivedAt === null && !ended.has(commandId)) || isBusy(visitId),
      ) || brought.some(({ isThere }) => !isThere);
    const held = heldAs(sha256);
    const bytes = named[0]?.size ?? brought[0]?.photo.size;
    const evidenceIds = [...new Set([...idsOf(held), ...brought.map(({ photo }) => photo.evidenceId)])];
    const letGo = named.filter(({ receivedAt, commandId }) => receivedAt === null && letGoAt.has(commandId));
    const isOwed = evidenceIds.length === 0 && letGo.length === 0;
    if (bytes === undefined || isOpen || isOwed || isInDraft(account, sha256)) return [];
    const said = [
      ...held.map(({ receivedAt }) => receivedAt),
      ...brought.map(({ answeredAt }) => answeredAt),
      ...letGo.map(({ commandId }) => letGoAt.get(commandId) ?? null),
    ];
    return [
      { account, sha256, bytes, evidenceIds, letGo: idsOf(letGo), freeAt: afterDays(later(said), days) },
    ];
  });

  const gone = parcels.flatMap(({ id, isThere, answeredAt, bytes, evidenceIds }): FreeParcel[] =>
    isThere && answeredAt !== null ? [{ id, bytes, evidenceIds, freeAt: afterDays(answeredAt, days) }] : [],
  );

  const awaited = new Set(parcels.flatMap(({ isThere, visitIds }) => (isThere ? [] : visitIds)));
  const visits = packets.flatMap(({ visitId, status, revoked }): FreeVisit[] => {
    if (!(status === 'closed' || revoked) || isBusy(visitId) || awaited.has(visitId)) return [];
    const own = uploads.filter((upload) => upload.visitId === visitId);
    const last = later([lastReceipt(visitId), ...own.map(({ receivedAt }) => receivedAt)]);
    // A visit at which nothing was written here holds nothing to free but its packet: that stays readable.
    if (last === '' || !commands.some((command) => command.visitId === visitId)) return [];
    const evidenceIds = idsOf(own.flatMap(({ sha256 }) => heldAs(sha256)));
    return [{ visitId, evidenceIds, freeAt: afterDays(last, days) }];
  });
  return { files, parcels: gone, visits };
}
