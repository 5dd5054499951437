import type { WorkingCalendar } from '@kycuong/domain/calendar/working-days.ts';
import { createContext } from 'react';

/** How a picker comes by the days off: a hook, asked only once a picker is open. Undefined while it is loading or there is none. */
export const WorkingDaysContext = createContext<() => WorkingCalendar | undefined>(() => undefined);
