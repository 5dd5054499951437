import * as z from 'zod/mini';
import { requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import type { Receipt } from './receipt.ts';

/** Why a command waits for the leader; each is a key of the error catalogue. */
export const quarantineReasons = [
  'sync.author-disabled',
  'sync.author-removed',
  'sync.author-unproven',
  'sync.handed-to-leader',
  'sync.other-let-in',
] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

/** Bytes of a command's text; what takes no effect and is longer is not kept. More than any form takes. */
export const longestKept = 65_536;

export const quarantineDecisions = ['applied', 'declined'] as const;
export type QuarantineDecision = (typeof quarantineDecisions)[number];

/** Applies a quarantined command as it was written. `quarantinedId` is the id of what is kept. */
export const AdmitQuarantined = z.object({ quarantinedId: Id });
export type AdmitQuarantined = z.infer<typeof AdmitQuarantined>;

/** Leaves a quarantined command unapplied for good; it stays on record with the reason. */
export const DeclineQuarantined = z.object({ quarantinedId: Id, reason: requiredText(2000) });
export type DeclineQuarantined = z.infer<typeof DeclineQuarantined>;

/** So many are listed at once. */
export const quarantinedAtOnce = 100;

/** What waits for the leader; null: at every visit that one leads or oversees. */
export const ListQuarantined = z.object({
  visitId: z.nullable(Id),
  /** What has been decided on too. */
  decided: z.optional(z.boolean()),
  /** What comes after this one: the last of the page before, which was `quarantinedAtOnce` long. */
  cursor: z.nullish(Id),
});
export type ListQuarantined = z.infer<typeof ListQuarantined>;

/** One command in quarantine. */
export interface Quarantined {
  readonly id: string;
  /** The command's own id: without proof of the author several versions of it may be kept. */
  readonly commandId: string;
  readonly visitId: string;
  readonly unitName: string;
  readonly roundCode: string;
  readonly author: { readonly id: string; readonly name: string | null };
  /** Who handed it in, when that was not the author. */
  readonly sender: { readonly id: string; readonly name: string | null } | null;
  /** The registered device whose signature came with it, by its label and who registered it. */
  readonly device: {
    readonly id: string;
    readonly label: string | null;
    readonly registeredBy: string | null;
  } | null;
  readonly reason: QuarantineReason;
  /** What the author said to it, and why the server had refused it, when it was handed to the leader. */
  readonly note: string | null;
  readonly refusedFor: NonNullable<Receipt['reason']> | null;
  readonly action: string;
  readonly payload: unknown;
  /** By the server's clock, as far as the device knew its distance; that is `serverOffsetMs`. */
  readonly writtenAt: string | null;
  readonly serverOffsetMs: number | null;
  readonly recordedAt: string;
  /** When the author sent the command, which stands instead of this one. */
  readonly authorSentAt: string | null;
  readonly decision: {
    readonly kind: QuarantineDecision;
    readonly by: { readonly id: string; readonly name: string | null };
    readonly at: string;
    readonly reason: string | null;
    /** Nobody had to decide: the author sent the same himself, and it was taken or refused. */
    readonly bySending: boolean;
  } | null;
  /** Whether the person who asks may decide on it. */
  readonly mayDecide: boolean;
  /** Not where another version of the command stands, the author's own or one that was let in: then it can only be declined. */
  readonly mayAdmit: boolean;
}

/** The leader's decision on a kept command, as it is told to whoever wrote it and to whoever handed it in. */
export interface DecidedCommand {
  /** The command's own id. */
  readonly id: string;
  readonly decision: QuarantineDecision;
  readonly by: { readonly id: string; readonly name: string | null };
  readonly at: string;
  /** Why it is left unapplied; null when it was admitted. */
  readonly reason: string | null;
  /** It had been refused, and its author handed it to the leader. */
  readonly afterRefusal: boolean;
}

/**
 * How a command stands: by its receipt, which never changes, until the leader has decided on what was kept or handed
 * over. A declined command stands like a refused one, an admitted one like any other that was applied.
 */
export function standing(
  receipt: Receipt['status'],
  decision: QuarantineDecision | undefined,
): Receipt['status'] {
  if (decision === undefined || receipt === 'applied' || receipt === 'conflict') return receipt;
  return decision === 'applied' ? 'applied' : 'refused';
}
