import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { FieldItem } from './field-item.ts';
import { type Answer, type Judging, quarantineVersion } from './judge-batch.ts';
import { versionText } from './kept-version.ts';
import type { StoredRow } from './load-desk.ts';

/** Same author and same content: the stored receipt. The same id otherwise: refused, and nothing revealed. */
export function replayOf(stored: StoredRow, { author, contentHash }: FieldItem): Answer {
  return stored.author_id === author && stored.content_hash === contentHash
    ? { text: stored.receipt }
    : { failure: new DomainError('conflict', 'sync.id-reused') };
}

/**
 * The author's own work whose receipt another version has, let in by the leader when nothing proved whose it was: kept
 * for the leader too. Undefined where no such version is.
 */
function besideOther(judging: Judging, item: FieldItem): Answer | undefined {
  const versions = judging.desk.versions.get(item.id) ?? [];
  const kept = versions.find(
    ({ reason, content_hash: hash }) => reason === 'sync.other-let-in' && hash === item.contentHash,
  );
  if (kept !== undefined) return { text: versionText(kept) };
  if (item.visitId === undefined || !versions.some(({ decision }) => decision === 'applied'))
    return undefined;
  return quarantineVersion(judging, item, 'sync.other-let-in');
}

/** The stored receipt where there is one, also of what came earlier in the same batch; else the verdict, to be stored. */
export function answerAll(
  judging: Judging,
  rows: readonly StoredRow[],
  items: readonly FieldItem[],
  verdict: (item: FieldItem) => string,
): Answer[] {
  const stored = new Map(rows.map((row) => [row.id, row]));
  return items.map((item) => {
    const known = stored.get(item.id);
    if (known !== undefined) {
      const replay = replayOf(known, item);
      const isOwn = known.author_id === item.author;
      return 'failure' in replay && isOwn ? (besideOther(judging, item) ?? replay) : replay;
    }
    const receipt = verdict(item);
    stored.set(item.id, { id: item.id, author_id: item.author, content_hash: item.contentHash, receipt });
    return { text: receipt };
  });
}
