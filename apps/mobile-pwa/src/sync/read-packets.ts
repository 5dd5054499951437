import { isReadable } from '../lock/seal-rows.ts';
import type { FieldStore, HeldVisit } from './store.ts';

/** All packets that can be read. One after another: opened in one go, several checklists hold up the page. */
export async function readPackets({ packets }: FieldStore): Promise<HeldVisit[]> {
  const read: HeldVisit[] = [];
  for (const key of await packets.toCollection().primaryKeys()) {
    const held = await packets.get(key);
    if (isReadable(held)) read.push(held);
  }
  return read;
}
