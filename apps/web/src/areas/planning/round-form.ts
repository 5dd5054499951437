import type { CreateRound } from '@kycuong/domain/planning/create-round.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { Control, UseFormReturn } from 'react-hook-form';
import type * as z from 'zod/mini';
import type { trpc } from '../../api.ts';

type Input = z.input<typeof CreateRound>;
export type RoundForm = UseFormReturn<Input, unknown, CreateRound>;
export type RoundControl = Control<Input, unknown, CreateRound>;
export type RoundChoices = inferOutput<typeof trpc.planning.roundChoices>;
