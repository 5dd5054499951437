import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { isReadable } from '../lock/seal-rows.ts';
import type { FieldStore, LoggedCommand } from './store.ts';

export interface RefusedCommand {
  readonly command: LoggedCommand;
  readonly reason: NonNullable<Receipt['reason']> | null;
}

/**
 * What the server did not accept and nobody has mended or laid to rest: the "not accepted" box of the person at work.
 * Another's stays sealed here and is only counted.
 */
export async function readRefused(store: FieldStore): Promise<RefusedCommand[]> {
  const receipts = await store.receipts.where('status').equals('refused').toArray();
  const settled = new Set(await store.settlements.toCollection().primaryKeys());
  const open = receipts.filter(({ id }) => !settled.has(id));
  const commands = await store.commands.bulkGet(open.map(({ id }) => id));
  return open.flatMap((receipt, index): RefusedCommand[] => {
    const command = commands[index];
    if (!isReadable(command)) return [];
    const parsed = isReadable(receipt) ? Receipt.safeParse(JSON.parse(receipt.text)) : undefined;
    return [{ command, reason: parsed?.data?.reason ?? null }];
  });
}
