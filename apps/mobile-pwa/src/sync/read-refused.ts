import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import type { FieldStore, LoggedCommand } from './store.ts';

export interface RefusedCommand {
  readonly command: LoggedCommand;
  readonly reason: NonNullable<Receipt['reason']> | null;
}

/** What the server did not accept and nobody has mended or laid to rest: the "not accepted" box. */
export async function readRefused(store: FieldStore): Promise<RefusedCommand[]> {
  const receipts = await store.receipts.where('status').equals('refused').toArray();
  const settled = new Set(await store.settlements.toCollection().primaryKeys());
  const open = receipts.filter(({ id }) => !settled.has(id));
  const commands = await store.commands.bulkGet(open.map(({ id }) => id));
  return open.flatMap(({ text }, index): RefusedCommand[] => {
    const command = commands[index];
    const parsed = Receipt.safeParse(JSON.parse(text));
    return command ? [{ command, reason: parsed.data?.reason ?? null }] : [];
  });
}
