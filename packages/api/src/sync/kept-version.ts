import type { QuarantineDecision, QuarantineReason } from '@kycuong/domain/sync/quarantine.ts';
import { reasonText } from '../receipt-text.ts';
import type { Desk } from './desk.ts';
import type { Ask } from './field-transaction.ts';
import { quarantineError } from './judge-batch.ts';

/** A version of a command that is kept for the leader and has no receipt: the receipt is the proven author's. */
export interface KeptVersion {
  readonly command_id: string;
  readonly content_hash: string;
  readonly reason: QuarantineReason;
  readonly action: string;
  readonly recorded_ms: number;
  readonly decision: QuarantineDecision | null;
}

/** What whoever brought it was told, the same to the byte each time. */
export function versionText({
  command_id: id,
  action,
  reason,
  recorded_ms: ms,
}: Omit<KeptVersion, 'decision'>) {
  return reasonText({ id, action, now: new Date(ms) }, 'quarantined', quarantineError(reason));
}

export function layVersions(desk: Desk, versions: readonly KeptVersion[]): void {
  for (const [id, kept] of Map.groupBy(versions, ({ command_id: of }) => of)) desk.versions.set(id, kept);
}

/** As the system. */
export function loadVersions(ask: Ask, commandIds: readonly string[]): Promise<readonly KeptVersion[]> {
  return ask<KeptVersion>(
    `select command_id, content_hash, reason, action, decision,
      (extract(epoch from recorded_at) * 1000)::float8 as recorded_ms
    from quarantined_command where command_id = any($1::uuid[]) and id <> command_id`,
    [commandIds],
  );
}
