import type { Draft, HeldVisit, Settlement, StoredReceipt, Upload } from './store.ts';

/** How long what the server has stays on the device as well, unless the person chose otherwise. */
export const defaultRetentionDays = 14;
export const retentionChoices = [7, 14, 30, 90] as const;
const dayMs = 86_400_000;

/** What the rule looks at. Holds no work, only what stands in the plain columns. */
export interface RetentionFacts {
  readonly commands: readonly { readonly id: string; readonly visitId: string }[];
  readonly receipts: readonly Pick<StoredReceipt, 'id' | 'visitId' | 'status' | 'storedAt'>[];
  readonly settlements: readonly Settlement[];
  readonly uploads: readonly Upload[];
  /** Kept bytes; `account` is null for those that database version 1 kept for everybody. */
  readonly files: readonly { readonly account: string | null; readonly sha256: string }[];
  readonly packets: readonly Pick<HeldVisit, 'account' | 'visitId' | 'status' | 'revoked'>[];
  /** Forms that are not handed in, and the hashes of photos that wait in them; null: cannot be told, locked. */
  readonly drafts: readonly (Pick<Draft, 'account' | 'key'> & {
    readonly photos: readonly string[] | null;
  })[];
  readonly days: number;
}

export interface FreeFile {
  readonly account: string | null;
  readonly sha256: string;
  readonly bytes: number;
  /** Attachments that the server must name as received before the bytes may go. */
  readonly evidenceIds: readonly string[];
  readonly freeAt: string;
}

export interface FreeVisit {
  readonly visitId: string;
  readonly evidenceIds: readonly string[];
  readonly freeAt: string;
}

export interface RetentionPlan {
  readonly files: readonly FreeFile[];
  readonly visits: readonly FreeVisit[];
}

const later = (times: readonly (string | null)[]) =>
  times.reduce<string>((last, time) => (time !== null && time > last ? time : last), '');

function after(time: string, days: number): string {
  return new Date(Date.parse(time) + days * dayMs).toISOString();
}

/** Visits of which anything is unsent, refused and unsettled, in quarantine, away, or still being written. */
function busyVisits({ commands, receipts, settlements, uploads, drafts }: RetentionFacts): {
  readonly isBusy: (visitId: string) => boolean;
} {
  const statuses = new Map(receipts.map(({ id, status }) => [id, status]));
  const settled = new Set(settlements.map(({ refusedId }) => refusedId));
  const received = new Set(uploads.flatMap(({ sha256, receivedAt }) => (receivedAt ? [sha256] : [])));
  const busy = new Set<string>();
  for (const { id, visitId } of commands) {
    const status = statuses.get(id);
    const isDone = status === 'applied' || status === 'conflict' || (status === 'refused' && settled.has(id));
    if (!isDone) busy.add(visitId);
  }
  for (const { visitId, sha256 } of uploads) if (!received.has(sha256)) busy.add(visitId);
  // Which visit a draft belongs to stands in its key, save for a dossier's: that one holds everything.
  const keys = drafts.map(({ key }) => key);
  const isHeldByDossier = keys.some((key) => key.startsWith('dossier '));
  return {
    isBusy: (visitId) => isHeldByDossier || busy.has(visitId) || keys.some((key) => key.includes(visitId)),
  };
}

/**
 * What may go from this device, and when: bytes of photos and whole visits that the server has, a while after it said
 * so. A local copy goes only after receipts naming every hash, and never while anything of its visit is open.
 */
export function retentionPlan(facts: RetentionFacts): RetentionPlan {
  const { uploads, receipts, commands, packets, drafts, days } = facts;
  const { isBusy } = busyVisits(facts);
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
    const [first] = named;
    const isOpen = named.some(({ receivedAt, visitId }) => receivedAt === null || isBusy(visitId));
    if (first === undefined || isOpen || isInDraft(account, sha256)) return [];
    const evidenceIds = named.map(({ evidenceId }) => evidenceId);
    const freeAt = after(later(named.map(({ receivedAt }) => receivedAt)), days);
    return [{ account, sha256, bytes: first.size, evidenceIds, freeAt }];
  });

  const visits = packets.flatMap(({ visitId, status, revoked }): FreeVisit[] => {
    if (!(status === 'closed' || revoked) || isBusy(visitId)) return [];
    const own = uploads.filter((upload) => upload.visitId === visitId);
    const last = later([lastReceipt(visitId), ...own.map(({ receivedAt }) => receivedAt)]);
    // A visit at which nothing was written here holds nothing to free but its packet: that stays readable.
    if (last === '' || !commands.some((command) => command.visitId === visitId)) return [];
    return [{ visitId, evidenceIds: own.map(({ evidenceId }) => evidenceId), freeAt: after(last, days) }];
  });
  return { files, visits };
}
