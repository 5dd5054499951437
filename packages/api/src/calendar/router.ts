import { mutation, reading, router } from '../trpc.ts';
import { listHolidays } from './list-holidays.ts';
import { removeHoliday } from './remove-holiday.ts';
import { setHoliday } from './set-holiday.ts';
import { setYear } from './set-year.ts';

export const calendarRouter = router({
  list: reading(listHolidays),
  setYear: mutation(setYear),
  setHoliday: mutation(setHoliday),
  removeHoliday: mutation(removeHoliday),
});
