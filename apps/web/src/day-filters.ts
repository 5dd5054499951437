import { addDays, dateInVietnam, isPlainDate, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { Filter } from '@kycuong/ui/console/filter-bar.tsx';
import { formatDate } from '@kycuong/ui/format.ts';
import type { Translate } from '@kycuong/ui/i18n.ts';
import type { AddressFilters } from './use-address-filters.ts';

interface DayFilters {
  readonly from: PlainDate | undefined;
  readonly until: PlainDate | undefined;
  readonly filters: readonly Filter[];
}

const given = (date: string | undefined) => (date !== undefined && isPlainDate(date) ? date : undefined);

/** From which day, of the usual ones or the one in the address; until which is shown when the address names it. */
export function dayFilters({ values }: Pick<AddressFilters, 'values'>, t: Translate): DayFilters {
  const today = dateInVietnam(new Date());
  const from = given(values.from);
  const until = given(values.until);
  const usual = [
    { value: today, label: t('trail:period-today') },
    { value: addDays(today, -6), label: t('trail:period-week') },
    { value: addDays(today, -29), label: t('trail:period-month') },
  ];
  const named = (day: PlainDate) => ({ value: day, label: formatDate(day) });
  const other = from !== undefined && !usual.some(({ value }) => value === from);
  return {
    from,
    until,
    filters: [
      { key: 'from', label: t('trail:from'), options: other ? [...usual, named(from)] : usual },
      ...(until === undefined ? [] : [{ key: 'until', label: t('trail:until'), options: [named(until)] }]),
    ],
  };
}
