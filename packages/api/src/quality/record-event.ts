import { qualityEvent } from '@kycuong/db/schema/quality.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { canDeclare } from '@kycuong/domain/quality/can-declare.ts';
import { eventRefusal } from '@kycuong/domain/quality/event-refusal.ts';
import { RecordQualityEvent } from '@kycuong/domain/quality/record-quality-event.ts';
import { command } from '../command.ts';
import { loadSystem, requireInLife } from './load-system.ts';
import { openNonconformities } from './open-nonconformities.ts';

/** A step in the life of a quality system. Declaring is refused with every condition that is still missing. */
export const recordEvent = command({
  action: 'quality.record-event',
  input: RecordQualityEvent,
  turn: ({ systemId }) => systemId,
  load: (work) => loadSystem(work, work.input.systemId),
  run: async ({ tx, input, facts: system, actor, now }) => {
    const { eventId, systemId, kind, onDate, ...rest } = input;
    requireInLife('onDate', onDate, now, system);
    const refused = eventRefusal(system.history, kind, onDate);
    if (refused !== undefined) throw new DomainError('conflict', refused, { field: 'kind' });
    if (kind === 'declare' || kind === 'redeclare') {
      const { major } = await openNonconformities(tx, systemId, onDate);
      const missing = canDeclare(system.history, major, onDate);
      if (missing.length > 0)
        throw new DomainError(
          'conflict',
          'quality.cannot-declare',
          {},
          missing.map((key) => ({ field: 'kind', key, details: {} })),
        );
    }
    await tx.insert(qualityEvent).values({
      id: eventId,
      systemId,
      unitId: system.unitId,
      kind,
      onDate,
      facts: told(rest),
      recordedBy: actor.accountId ?? '',
      recordedAt: now,
    });
  },
});

/** Only what was filled in. */
export function told(facts: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, text]) => (text ? [[name, text] as const] : [])),
  );
}
