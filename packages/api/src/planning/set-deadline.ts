import { processDeadline } from '@kycuong/db/schema/planning.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { SetProcessDeadline } from '@kycuong/domain/planning/set-process-deadline.ts';
import { command } from '../command.ts';
import { requireSeen, versionOf } from '../seen.ts';
import { loadDeadlines } from './load-deadlines.ts';

/** Writes the time of a step, with the document that sets it; what was issued before keeps its days. */
export const setDeadline = command({
  action: 'planning.set-deadline',
  input: SetProcessDeadline,
  turn: ({ step, field }) => `${step} ${field ?? ''}`,
  load: async ({ input: { step, field } }) => ({
    resource: wholeSystem,
    subject: { kind: 'process-deadline', id: field === null ? step : `${step}.${field}` },
  }),
  run: async ({ tx, input }) => {
    const { seen, field, ...facts } = input;
    const own = await loadDeadlines(tx);
    const standing = own.find((row) => row.step === input.step && row.field === field);
    requireSeen(seen, standing && versionOf(standing));
    const row = { ...facts, field: field ?? ('' as const) };
    await tx
      .insert(processDeadline)
      .values(row)
      .onConflictDoUpdate({ target: [processDeadline.step, processDeadline.field], set: row });
  },
  trail: ({ seen: _, ...written }) => written,
});
