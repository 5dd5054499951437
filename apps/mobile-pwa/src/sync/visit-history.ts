import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { isReadable } from '../lock/seal-rows.ts';
import type { FieldStore } from './store.ts';

/**
 * Everything that counts at a visit as this device knows it: what the server applied, in its order, then what was
 * written here and is not refused, by clock. A refused command lies in the "not accepted" box instead.
 */
export async function visitHistory(
  store: FieldStore,
  account: string,
  visitId: string,
): Promise<FieldCommand[]> {
  const [held, logged, receipts] = await Promise.all([
    store.serverCommands.where('[account+visitId]').equals([account, visitId]).toArray(),
    store.commands.where('visitId').equals(visitId).toArray(),
    store.receipts.where('visitId').equals(visitId).toArray(),
  ]);
  const known = new Set(held.filter(isReadable).map(({ id }) => id));
  const refused = new Set(receipts.flatMap(({ id, status }) => (status === 'refused' ? [id] : [])));
  return [
    ...held
      .filter(isReadable)
      .toSorted((a, b) => a.order - b.order)
      .map(({ command }) => command),
    ...logged
      .filter((command) => isReadable(command) && !known.has(command.id) && !refused.has(command.id))
      .toSorted((a, b) => (a.clock < b.clock ? -1 : 1)),
  ];
}
