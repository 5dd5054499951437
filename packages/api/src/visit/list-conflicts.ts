import { account } from '@kycuong/db/schema/access.ts';
import { device, deviceAccount } from '@kycuong/db/schema/device.ts';
import { openConflicts } from '@kycuong/domain/visit/open-conflicts.ts';
import { eq, inArray, sql } from 'drizzle-orm';
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

/** More cannot be read at once. A settlement names as many values at most; what it does not name comes after it. */
const most = { conflicts: 50, heads: 100 };

/**
 * What the leader of a visit has to choose between, each value with who wrote it and on which device: the first 50
 * conflicts, of each the 100 latest values. `conflictCount` says how many there are.
 */
export async function listConflicts(tx: Transaction, visitId: string) {
  const all = openConflicts(await listAnswerCommands(tx, visitId));
  const conflicts = all
    .slice(0, most.conflicts)
    .map((conflict) => ({ ...conflict, heads: conflict.heads.slice(0, most.heads) }));
  const heads = conflicts.flatMap((conflict) => conflict.heads);
  const people = await namesOf(
    heads.map(({ author }) => author),
    (ids) =>
      tx.select({ id: account.id, name: account.fullName }).from(account).where(inArray(account.id, ids)),
  );
  // Anybody can name any device: it is called by its name only where the author is registered on it.
  const devices = await namesOf(
    heads.flatMap((head) => head.device ?? []),
    (ids) =>
      tx
        .select({
          id: sql<string>`${deviceAccount.deviceId} || ' ' || ${deviceAccount.accountId}`,
          name: device.label,
        })
        .from(deviceAccount)
        .innerJoin(device, eq(device.id, deviceAccount.deviceId))
        .where(inArray(device.id, ids)),
  );
  const named = conflicts.map((conflict) => ({
    ...conflict,
    heads: conflict.heads.map((head) => ({
      ...head,
      authorName: people.get(head.author) ?? null,
      /** What people call the device; null where the author is not registered on it. */
      deviceLabel: devices.get(`${head.device} ${head.author}`) ?? null,
      /** What is written at the console is numbered as a device of the person's own. */
      atConsole: head.device === head.author,
    })),
  }));
  return { conflicts: named, conflictCount: all.length };
}
