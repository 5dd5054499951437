import type { AnswerCorrectiveAction } from '@kycuong/domain/corrective-action/answer-corrective-action.ts';
import type { UseFormReturn } from 'react-hook-form';
import type * as z from 'zod/mini';

export type AnswerFormType = UseFormReturn<
  z.input<typeof AnswerCorrectiveAction>,
  unknown,
  AnswerCorrectiveAction
>;
