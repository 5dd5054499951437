import * as z from 'zod/mini';
import { requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';

/** A link that says of a unit what it never went into: nothing follows it any more, and it stays readable with the reason. */
export const MarkLinkMistaken = z.object({ linkId: Id, reason: requiredText(500) });
export type MarkLinkMistaken = z.infer<typeof MarkLinkMistaken>;
