import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { queryClient, trpc } from './api.ts';

export type Quality = inferOutput<typeof trpc.quality.get>;
export type QualityRecord = Quality['records'][number];
export type Reason = Quality['status']['reasons'][number];

/** One unit's quality system, as of a day or today. */
export function useQuality(unitId: string, asOf?: string): Quality {
  return useSuspenseQuery(trpc.quality.get.queryOptions({ unitId, ...(asOf && { asOf }) })).data;
}

/** Back to the unit after something was recorded, to be told what it changed. */
export function useBackToUnit({ unit, status }: Pick<Quality, 'unit' | 'status'>): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    await queryClient.invalidateQueries({ queryKey: trpc.quality.get.queryKey() });
    await navigate({
      to: '/quality-systems/$unitId',
      params: { unitId: unit.id },
      search: { was: status.status },
    });
  };
}
