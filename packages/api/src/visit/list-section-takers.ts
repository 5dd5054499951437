import { viewOf } from '@kycuong/domain/visit/visit-view.ts';
import { listFieldCommands } from '../sync/list-field-commands.ts';
import type { Transaction } from '../transaction.ts';

/** Who takes which section of a visit by the leader's word; sections of which nothing was said are left out. */
export async function listSectionTakers(
  tx: Transaction,
  visitId: string,
): Promise<readonly { readonly code: string; readonly accountId: string | null }[]> {
  const said = await listFieldCommands(tx, visitId, ['visit.assign-sections']);
  const { sections } = viewOf(said.map(({ command }) => command));
  return [...sections].map(([code, { value }]) => ({ code, accountId: value }));
}
