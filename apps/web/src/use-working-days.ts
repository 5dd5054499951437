import { WorkingCalendar } from '@kycuong/domain/calendar/working-days.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { trpc } from './api.ts';

/** The days off as the province keeps them; asked once, by the first picker that opens. */
export function useWorkingDays(): WorkingCalendar | undefined {
  const { data } = useQuery(trpc.calendar.list.queryOptions({}));
  return useMemo(() => data && new WorkingCalendar(data.holidays, data.years), [data]);
}
