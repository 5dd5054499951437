import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalLine, optionalText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** The steps that are recorded this way; closing has a command of its own. */
export const recordedKinds = [
  'build',
  'apply',
  'effect-confirmed',
  'declare',
  'notified',
  'posted',
  'published',
  'redeclare',
  'scope-changed',
] as const;

/** What a step cannot be told without. */
const needed: Partial<
  Record<(typeof recordedKinds)[number], readonly ('decisionNo' | 'recipient' | 'address')[]>
> = {
  notified: ['decisionNo', 'recipient'],
  published: ['address'],
};

/** A step in the life of a quality system, on its own day, with the document that made it. */
export const RecordQualityEvent = z
  .object({
    eventId: Id,
    systemId: Id,
    kind: z.enum(recordedKinds),
    onDate: PlainDate,
    /** Of the decision; of the letter where a notice was sent. */
    decisionNo: optionalLine(60),
    signer: optionalLine(200),
    /** To whom the notice of a declaration went. */
    recipient: optionalLine(200),
    /** Where a declaration was put on the web. */
    address: optionalLine(300),
    /** What the declaration covers, or how the scope has changed. */
    scope: optionalText(5000),
    note: optionalText(2000),
  })
  .check(
    z.check((context) => {
      for (const name of needed[context.value.kind] ?? [])
        if (!context.value[name])
          context.issues.push({
            code: 'custom',
            message: 'input.required',
            path: [name],
            input: context.value,
          });
    }),
  );
export type RecordQualityEvent = z.infer<typeof RecordQualityEvent>;
