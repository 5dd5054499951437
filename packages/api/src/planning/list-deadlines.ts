import { builtInProcessDeadlines, processDeadline } from '@kycuong/domain/planning/process-deadline.ts';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import { versionOf } from '../seen.ts';
import { loadDeadlines } from './load-deadlines.ts';

/** The time of every step, in every field that has its own, as it holds now. */
export const listDeadlines = query({
  input: z.object({}),
  run: async ({ tx }) => {
    const own = await loadDeadlines(tx);
    return builtInProcessDeadlines.map(({ step, field }) => {
      const row = processDeadline(step, field, own);
      return { ...row, version: own.includes(row) ? versionOf(row) : null };
    });
  },
});
