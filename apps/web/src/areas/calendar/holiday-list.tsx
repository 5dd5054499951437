import { DataTable } from '@kycuong/ui/console/data-table.tsx';
import { ListWithPanel } from '@kycuong/ui/console/side-panel.tsx';
import { formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { EmptyState } from '@kycuong/ui/plain/empty-state.tsx';
import { State } from '@kycuong/ui/plain/state.tsx';
import { useOpened } from '../../decision/use-opened.ts';
import { HolidayPanel } from './holiday-panel.tsx';
import { markLook } from './mark-look.ts';
import type { ShownHoliday, ShownYear } from './shown-days.ts';
import { YearPanel } from './year-panel.tsx';

interface HolidayListProps {
  readonly year: number;
  readonly days: readonly ShownHoliday[];
  readonly notice: ShownYear | undefined;
  readonly mayEdit: boolean;
  /** A date, `new`, or `year` for the year's notice. */
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
}

export function HolidayList({ year, days, notice, mayEdit, open, onOpen }: HolidayListProps) {
  const { t, language } = useMessages();
  const close = () => onOpen(undefined);
  const standing = days.find(({ date }) => date === open);
  const { thing: chosen } = useOpened(open, standing);
  const panel =
    open === 'year' && mayEdit ? (
      <YearPanel year={year} notice={notice} onClose={close} />
    ) : (
      (chosen || (open === 'new' && mayEdit)) && (
        <HolidayPanel
          key={open}
          day={chosen}
          standing={standing}
          year={year}
          mayEdit={mayEdit}
          onClose={close}
        />
      )
    );
  return (
    <ListWithPanel panel={panel}>
      <DataTable
        label={t('calendar:list', { year })}
        rows={days}
        rowKey={({ date }) => date}
        chosen={open ?? null}
        onChoose={onOpen}
        empty={
          <EmptyState icon="calendar" title={t('calendar:empty-title', { year })}>
            {t('calendar:empty-text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'date',
            title: t('calendar:date'),
            width: '200px',
            cell: ({ date }) => formatWeekdayDate(date, language),
          },
          {
            key: 'kind',
            title: t('calendar:kind'),
            width: '112px',
            cell: ({ kind }) => (
              <State tone="calm" icon={kind === 'off' ? 'not-applicable' : 'repeat'}>
                {t(`calendar:kind-${kind}`)}
              </State>
            ),
          },
          {
            key: 'name',
            title: t('calendar:name'),
            cell: ({ nameVi, nameEn }) => (language === 'vi' ? nameVi : nameEn),
          },
          ...(panel
            ? []
            : [
                {
                  key: 'source',
                  title: t('calendar:source'),
                  width: '36%',
                  cell: ({ source }: ShownHoliday) => source,
                },
              ]),
          {
            key: 'mark',
            title: t('calendar:mark'),
            width: '200px',
            cell: ({ mark }) => <State {...markLook[mark]}>{t(`calendar:mark-${mark}`)}</State>,
          },
        ]}
      />
    </ListWithPanel>
  );
}
