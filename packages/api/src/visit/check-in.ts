import { visit } from '@kycuong/db/schema/visit.ts';
import { CheckInVisit } from '@kycuong/domain/visit/check-in-visit.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { fieldVerb } from '../sync/field-verb.ts';

/** The team has arrived. Of several tablets the first to be applied counts; the others are kept as written. */
export const checkIn = fieldVerb({
  action: 'visit.check-in',
  input: CheckInVisit,
  run: async ({ tx, input }) => {
    await tx
      .update(visit)
      .set({ checkedInAt: new Date(input.arrivedAt) })
      .where(and(eq(visit.id, input.visitId), isNull(visit.checkedInAt)));
  },
});
