import { qualityEvent } from '@kycuong/db/schema/quality.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { CloseDeclaration } from '@kycuong/domain/quality/close-declaration.ts';
import { eventRefusal } from '@kycuong/domain/quality/event-refusal.ts';
import { command } from '../command.ts';
import { loadSystem, requireInLife } from './load-system.ts';
import { told } from './record-event.ts';

/** Ends a declaration by decision. One that ends with its unit needs no command: that is told from the unit. */
export const closeDeclaration = command({
  action: 'quality.close-declaration',
  input: CloseDeclaration,
  turn: ({ systemId }) => systemId,
  load: (work) => loadSystem(work, work.input.systemId),
  run: async ({ tx, input, facts: system, actor, now }) => {
    const { eventId, systemId, onDate, ...rest } = input;
    requireInLife('onDate', onDate, now, system);
    const refused = eventRefusal(system.history, 'close', onDate);
    if (refused !== undefined) throw new DomainError('conflict', refused, { field: 'onDate' });
    await tx.insert(qualityEvent).values({
      id: eventId,
      systemId,
      unitId: system.unitId,
      kind: 'close',
      onDate,
      facts: told(rest),
      recordedBy: actor.accountId ?? '',
      recordedAt: now,
    });
  },
});
