import * as z from 'zod/mini';

/** The long forms of what is not recorded yet, of which each person may have one begun, for one thing. */
export const draftForms = ['round', 'report', 'audit', 'review', 'account'] as const;
export const DraftForm = z.enum(draftForms);
export type DraftForm = z.infer<typeof DraftForm>;

/** So long a draft is kept that nobody goes on with. */
export const draftDays = 90;
/** So many a person may have begun at once, and so large is one as it travels: far more than anybody writes. */
export const mostDrafts = 100;
/** With what is told beside it still within what the door takes of one call. */
export const largestDraftBytes = 1_000_000;
/** So much room all of one person's drafts may take, as they lie on the disk. */
export const mostDraftBytes = 8_000_000;
