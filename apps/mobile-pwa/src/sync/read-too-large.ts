import { isReadable } from '../lock/seal-rows.ts';
import type { FieldStore, LoggedCommand } from './store.ts';

/** The person's records, and those that name a photo or file, of which each is alone more than the way lets through. */
export async function readTooLarge(store: FieldStore, account: string): Promise<LoggedCommand[]> {
  const [parked, uploads] = await Promise.all([
    store.parked.filter(({ author, trouble }) => author === account && trouble === 'too-large').toArray(),
    store.uploads
      .where('author')
      .equals(account)
      .filter(({ receivedAt, trouble }) => receivedAt === null && trouble === 'too-large')
      .toArray(),
  ]);
  const ids = new Set([...parked.map(({ id }) => id), ...uploads.map(({ commandId }) => commandId)]);
  return (await store.commands.bulkGet([...ids])).filter(isReadable);
}
