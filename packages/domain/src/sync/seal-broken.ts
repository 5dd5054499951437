import { DomainError } from '../error/domain-error.ts';

/** What was sealed does not open: the wrong key, the wrong place, or altered bytes. Never says which. */
export function sealBroken(): DomainError {
  return new DomainError('invalid', 'sync.seal-broken', {});
}
