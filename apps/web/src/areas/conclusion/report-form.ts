import type { SubmitReport } from '@kycuong/domain/conclusion/submit-report.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { UseFormReturn } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { trpc } from '../../api.ts';

export type RoundFinding = inferOutput<typeof trpc.conclusion.listFindings>[number];
export type ReportForm = UseFormReturn<z.input<typeof SubmitReport>, unknown, SubmitReport>;
