import type { DomainError } from '@kycuong/domain/error/domain-error.ts';

interface Named {
  readonly id: string;
  readonly action: string;
  readonly now: Date;
}

/** The receipt of a command that took effect. `conflict`: another version of the same value is kept beside it. */
export function appliedText(
  { id, action, now }: Named,
  status: 'applied' | 'conflict',
  result: unknown,
): string {
  const at = now.toISOString();
  return JSON.stringify({ id, action, status, at, ...(result === undefined ? {} : { result }) });
}

/** The receipt of a command that has no effect, with the reason. */
export function reasonText(
  { id, action, now }: Named,
  status: 'refused' | 'quarantined',
  { code, key, details, issues }: DomainError,
): string {
  return JSON.stringify({
    id,
    action,
    status,
    at: now.toISOString(),
    reason: { code, key, details, issues },
  });
}
