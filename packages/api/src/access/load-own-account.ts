import { ownThing } from '@kycuong/domain/access/resource.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { Work } from '../work.ts';

/** What a person does with their own account. @throws DomainError `forbidden` for the system, which has none */
export async function loadOwnAccount({ actor: { accountId } }: Pick<Work<unknown>, 'actor'>) {
  if (accountId === null) throw new DomainError('forbidden', 'access.forbidden');
  return { resource: ownThing, subject: { kind: 'account', id: accountId }, accountId };
}
