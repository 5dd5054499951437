import { DomainError } from '@kycuong/domain/error/domain-error.ts';

/** Of one account; a page full of photos asks for some hundreds. */
const callsPerMinute = 3_000;
const minute = 60_000;

/**
 * Counts calls by account, minute by minute, in this process. What a tablet sends and fetches in passing
 * (`quick-sync.ts`) is counted by address alone.
 */
export function callCounter(nowMs: () => number): (accountId: string, calls: number) => void {
  let begun = 0;
  const counts = new Map<string, number>();
  return (accountId, calls) => {
    const now = nowMs();
    if (Math.abs(now - begun) >= minute) {
      begun = now;
      counts.clear();
    }
    const count = (counts.get(accountId) ?? 0) + calls;
    counts.set(accountId, count);
    if (count <= callsPerMinute) return;
    const seconds = Math.ceil((begun + minute - now) / 1000);
    throw new DomainError('throttled', 'system.too-many-requests', { seconds });
  };
}
