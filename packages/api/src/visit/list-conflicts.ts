import { account } from '@kycuong/db/schema/access.ts';
import { device } from '@kycuong/db/schema/device.ts';
import { openConflicts } from '@kycuong/domain/visit/open-conflicts.ts';
import { inArray } from 'drizzle-orm';
import { listAnswerCommands } from '../sync/list-field-commands.ts';
import type { Transaction } from '../transaction.ts';

/** Names by id; nothing is asked when there is nobody to name. */
async function namesOf(
  ids: readonly string[],
  ask: (ids: string[]) => PromiseLike<readonly { id: string; name: string }[]>,
): Promise<ReadonlyMap<string, string>> {
  const rows = ids.length === 0 ? [] : await ask([...new Set(ids)]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What the leader of a visit has to choose between, each value with who wrote it and on which device. */
export async function listConflicts(tx: Transaction, visitId: string) {
  const conflicts = openConflicts(await listAnswerCommands(tx, visitId));
  const heads = conflicts.flatMap((conflict) => conflict.heads);
  const people = await namesOf(
    heads.map(({ author }) => author),
    (ids) =>
      tx.select({ id: account.id, name: account.fullName }).from(account).where(inArray(account.id, ids)),
  );
  const devices = await namesOf(
    heads.flatMap((head) => head.device ?? []),
    (ids) => tx.select({ id: device.id, name: device.label }).from(device).where(inArray(device.id, ids)),
  );
  return conflicts.map((conflict) => ({
    ...conflict,
    heads: conflict.heads.map((head) => ({
      ...head,
      authorName: people.get(head.author) ?? null,
      /** What people call the device; null where it is not registered. */
      deviceLabel: devices.get(head.device ?? '') ?? null,
      /** What is written at the console is numbered as a device of the person's own. */
      atConsole: head.device === head.author,
    })),
  }));
}
