import { holidayKinds, SetHoliday } from '@kycuong/domain/calendar/holiday.ts';
import { dayOfWeek, isPlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { sourceMarks } from '@kycuong/domain/calendar/source-mark.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { ChoiceField } from '@kycuong/ui/form/choice-field.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { SelectField } from '@kycuong/ui/form/select-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { formatDate, formatWeekdayDate } from '@kycuong/ui/format.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { trpc } from '../../api.ts';
import { ChangedNotice } from '../../decision/changed-notice.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { wordsSent } from '../../draft/kept-words.ts';
import { useCommand } from '../../use-command.ts';
import type { ShownHoliday } from './shown-days.ts';

interface HolidayPanelProps {
  /** Undefined for a new one. */
  readonly day: ShownHoliday | undefined;
  /** As it stands by now; undefined: it was taken out of the calendar. */
  readonly standing: ShownHoliday | undefined;
  readonly year: number;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}

/** One day of the calendar: to be read, or written by those who keep it. */
export function HolidayPanel({ day, standing, year, mayEdit, onClose }: HolidayPanelProps) {
  const { t, language } = useMessages();
  const title = day ? (language === 'vi' ? day.nameVi : day.nameEn) : t('calendar:new-day');
  return (
    <SidePanel
      label={title}
      title={title}
      {...(day && { subtitle: formatWeekdayDate(day.date, language) })}
      onClose={onClose}
    >
      {mayEdit ? (
        <HolidayForm day={day} standing={standing} year={year} onClose={onClose} />
      ) : (
        day && (
          <Facts
            items={[
              [t('calendar:kind'), t(`calendar:kind-${day.kind}`)],
              [t('calendar:source'), day.source],
              [t('calendar:mark'), t(`calendar:mark-${day.mark}`)],
            ]}
          />
        )
      )}
    </SidePanel>
  );
}

function HolidayForm({ day, standing, year, onClose }: Omit<HolidayPanelProps, 'mayEdit'>) {
  const { t } = useMessages();
  const blank = { date: '', kind: 'off', nameVi: '', nameEn: '', source: '', mark: 'M' } as const;
  const form = useDomainForm(SetHoliday, { ...(day ?? blank), seen: day?.version });
  const { control } = form;
  const seen = form.watch('seen');
  const { send, busy } = useCommand(trpc.calendar.setHoliday.mutationOptions(), {
    form,
    onDone: onClose,
  });
  const { send: restore } = useCommand(trpc.calendar.setHoliday.mutationOptions());
  const { send: remove, busy: removing } = useCommand(trpc.calendar.removeHoliday.mutationOptions(), {
    onDone: (removed) => {
      // What was changed of it goes with the day.
      wordsSent(form);
      onClose();
      notifyDone(t('calendar:removed', { date: formatDate(removed.date) }), () => void restore(removed));
    },
  });
  return (
    <KeptForm
      form={form}
      title={day?.nameVi ?? t('calendar:new-day')}
      name={`day-${day?.date ?? 'new'}`}
      onSubmit={send}
    >
      {day && standing?.version !== seen && (
        <ChangedNotice
          read={t('calendar:changed-read')}
          onRead={() => form.setValue('seen', standing?.version)}
        >
          {standing
            ? `${t(`calendar:kind-${standing.kind}`)}: ${standing.nameVi}. ${standing.source}`
            : t('calendar:removed-meanwhile', { date: formatDate(day.date) })}
        </ChangedNotice>
      )}
      {day === undefined && (
        <DateField
          control={control}
          name="date"
          label={t('calendar:date')}
          min={`${year}-01-01`}
          max={`${year}-12-31`}
        />
      )}
      <ChoiceField
        control={control}
        name="kind"
        label={t('calendar:kind')}
        choices={holidayKinds.map((kind) => ({
          value: kind,
          label: t(`calendar:kind-${kind}`),
          help: t(`calendar:kind-${kind}-help`),
        }))}
      />
      <NoEffect date={form.watch('date')} kind={form.watch('kind')} />
      <TextField control={control} name="nameVi" label={t('calendar:name-vi')} />
      <TextField
        control={control}
        name="nameEn"
        label={t('calendar:name-en')}
        help={t('calendar:name-en-help')}
      />
      <TextField
        control={control}
        name="source"
        label={t('calendar:source')}
        help={t('calendar:source-help')}
      />
      <SelectField
        control={control}
        name="mark"
        label={t('calendar:mark')}
        choices={sourceMarks.map((mark) => ({ value: mark, label: t(`calendar:mark-${mark}`) }))}
      />
      <div className="kc-form-acts">
        <Button type="submit" kind="main" busy={busy}>
          {t('calendar:save')}
        </Button>
        {day && standing && (
          <Button icon="trash" busy={removing} onClick={() => void remove({ date: day.date, seen })}>
            {t('calendar:remove')}
          </Button>
        )}
      </div>
    </KeptForm>
  );
}

/** A Saturday off, or a Monday worked, changes nothing: that is said, and may be written all the same. */
function NoEffect({ date, kind }: Pick<SetHoliday, 'date' | 'kind'>) {
  const { t, language } = useMessages();
  if (!isPlainDate(date)) return null;
  const rests = [0, 6].includes(dayOfWeek(date));
  if (rests !== (kind === 'off')) return null;
  return (
    <Notice tone="soon" role="status">
      {t(rests ? 'calendar:rests-anyway' : 'calendar:works-anyway', {
        day: formatWeekdayDate(date, language),
      })}
    </Notice>
  );
}
