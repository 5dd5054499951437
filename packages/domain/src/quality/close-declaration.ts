import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalLine, optionalText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** Do sắp xếp đơn vị · đình chỉ · đơn vị tự chấm dứt · lý do khác. */
export const closeReasons = ['reorganisation', 'suspended', 'withdrawn', 'other'] as const;

/** A declaration ends on `onDate`, its first day without effect. */
export const CloseDeclaration = z
  .object({
    eventId: Id,
    systemId: Id,
    onDate: PlainDate,
    reason: z.enum(closeReasons),
    decisionNo: optionalLine(60),
    note: optionalText(2000),
  })
  .check(
    z.refine(({ reason, note }) => reason !== 'other' || Boolean(note), {
      error: 'input.required',
      path: ['note'],
    }),
  );
export type CloseDeclaration = z.infer<typeof CloseDeclaration>;
