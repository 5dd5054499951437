import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { TRPCError } from '@trpc/server';

/** When it makes sense to come again, for programs: the longest wait that any of the calls was told. */
export function retryAfter(errors: readonly TRPCError[]): Record<string, string> {
  const waits = errors.flatMap(({ cause }) =>
    cause instanceof DomainError && cause.code === 'throttled' ? Number(cause.details.seconds ?? 1) : [],
  );
  return waits.length === 0 ? {} : { 'retry-after': String(Math.max(...waits)) };
}
