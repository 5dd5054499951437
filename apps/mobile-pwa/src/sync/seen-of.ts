import { isReadable } from '../lock/seal-rows.ts';
import type { FieldStore, LoggedCommand } from './store.ts';

/** What stands of what its author had seen, past what was refused of it since; null where nothing does. */
export async function seenOf(
  { commands, receipts }: Pick<FieldStore, 'commands' | 'receipts'>,
  seen: string | null,
): Promise<string | null> {
  let id = seen;
  while (id !== null && (await receipts.get(id))?.status === 'refused') {
    const refused: LoggedCommand | undefined = await commands.get(id);
    id = isReadable(refused) ? refused.base : null;
  }
  return id;
}
