import type { Actor } from '@kycuong/domain/access/actor.ts';
import { type Action, refusal } from '@kycuong/domain/access/permission.ts';
import type { Resource } from '@kycuong/domain/access/resource.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { enter } from './transaction.ts';
import type { Request } from './work.ts';

/**
 * Asked before the first byte of what somebody sends is read; the command asks again.
 * @throws DomainError `forbidden` to whom the command would refuse whatever was sent
 */
export async function requireMay(
  { ground, caller }: Request,
  action: Action,
  placeOf: (actor: Actor) => Resource,
): Promise<void> {
  const actor = await ground.database.transaction((tx) => enter(tx, caller, ground.now()));
  const reason = refusal(actor, action, placeOf(actor));
  if (reason !== undefined) throw new DomainError('forbidden', reason);
}
