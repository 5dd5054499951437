import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { sql } from 'drizzle-orm';
import { lacksBuiltInCalendar, loadCalendarOnce } from './calendar/load-built-in-calendar.ts';
import { lacksBuiltInChecklists, loadChecklistsOnce } from './checklist/load-built-in-checklists.ts';
import type { AnyCommand } from './command.ts';
import { openReceipt, perform } from './door.ts';
import { loadEditionsOnce, staleEditions } from './quality/load-built-in-editions.ts';
import { reasonError } from './reason-error.ts';
import { feedMoved, startGeneration } from './sync/start-generation.ts';
import { type Caller, enter, type Transaction } from './transaction.ts';
import type { Ground } from './work.ts';

const caller: Caller = { kind: 'system', name: 'kycuong', roles: ['administrator'] };

/**
 * Takes in what the product ships as data: holidays, checklists, legal bases, editions of the standard; begins a new
 * generation of the change feed after a restore. To be called after every migration; where nothing is missing it writes
 * nothing, and it changes no row that a province has written, only what still stands as it was shipped and was corrected since.
 */
export async function loadBuiltIn(ground: Ground): Promise<void> {
  await ground.database.transaction(async (tx) => {
    // Of servers that start at once the second waits here, and then finds that nothing is missing.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('kycuong load built-in', 0))`);
    await enter(tx, caller, ground.now());
    await performAll(ground, await missingCommands(tx));
  });
}

async function missingCommands(tx: Transaction): Promise<AnyCommand[]> {
  const editions = await staleEditions(tx);
  return [
    ...((await lacksBuiltInCalendar(tx)) ? [loadCalendarOnce] : []),
    ...((await lacksBuiltInChecklists(tx)) ? [loadChecklistsOnce] : []),
    ...(editions.missing.length + editions.outdated.length > 0 ? [loadEditionsOnce] : []),
    ...((await feedMoved(tx)) ? [startGeneration] : []),
  ];
}

async function performAll(ground: Ground, commands: readonly AnyCommand[]): Promise<void> {
  for (const definition of commands) {
    const { reason } = openReceipt(
      await perform(definition, { ground, caller }, { id: uuidV7(), payload: {} }),
    );
    if (reason !== undefined) throw reasonError(reason);
  }
}
