import { mutation, reading, router } from '../trpc.ts';
import { listHolidays } from './list-holidays.ts';
import { removeHoliday } from './remove-holiday.ts';
import { setHoliday } from './set-holiday.ts';

export const calendarRouter = router({
  list: reading(listHolidays),
  setHoliday: mutation(setHoliday),
  removeHoliday: mutation(removeHoliday),
});
