import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { loadCalendarOnce, missingCalendarYears } from './calendar/load-built-in-calendar.ts';
import { lacksBuiltInChecklists, loadChecklistsOnce } from './checklist/load-built-in-checklists.ts';
import type { AnyCommand } from './command.ts';
import { openReceipt, perform } from './door.ts';
import { loadEditionsOnce, missingEditions } from './quality/load-built-in-editions.ts';
import { reasonError } from './reason-error.ts';
import { feedMoved, startGeneration } from './sync/start-generation.ts';
import { type Caller, enter } from './transaction.ts';
import type { Ground } from './work.ts';

const caller: Caller = { kind: 'system', name: 'kycuong', roles: ['administrator'] };

/**
 * Takes in what the product ships as data: holidays, checklists, legal bases, editions of the standard; begins a new
 * generation of the change feed after a restore. To be called after every migration; where nothing is missing it writes
 * nothing, and it never changes a row that is there.
 */
export async function loadBuiltIn(ground: Ground): Promise<void> {
  const missing = await ground.database.transaction(async (tx) => {
    await enter(tx, caller, ground.now());
    return {
      calendar: (await missingCalendarYears(tx)).length > 0,
      checklists: await lacksBuiltInChecklists(tx),
      editions: (await missingEditions(tx)).length > 0,
      generation: await feedMoved(tx),
    };
  });
  const commands: AnyCommand[] = [
    ...(missing.calendar ? [loadCalendarOnce] : []),
    ...(missing.checklists ? [loadChecklistsOnce] : []),
    ...(missing.editions ? [loadEditionsOnce] : []),
    ...(missing.generation ? [startGeneration] : []),
  ];
  for (const definition of commands) {
    const { reason } = openReceipt(
      await perform(definition, { ground, caller }, { id: uuidV7(), payload: {} }),
    );
    if (reason !== undefined) throw reasonError(reason);
  }
}
