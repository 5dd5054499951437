import * as z from 'zod/mini';
import { Id } from '../input/id.ts';
import { AnswerContent } from './answer-content.ts';

/** The answer while it is being written: anything may still be missing. Replaces the earlier draft. */
export const SaveAnswerDraft = z.extend(AnswerContent, { actionId: Id });
export type SaveAnswerDraft = z.infer<typeof SaveAnswerDraft>;
