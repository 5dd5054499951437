import { SetHolidayYear } from '@kycuong/domain/calendar/holiday.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { CheckboxField } from '@kycuong/ui/form/checkbox-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { trpc } from '../../api.ts';
import { ChangedNotice } from '../../decision/changed-notice.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import type { ShownYear } from './shown-days.ts';

interface YearPanelProps {
  readonly year: number;
  readonly notice: ShownYear | undefined;
  readonly onClose: () => void;
}

/** Whether the year's official notice is in, and which. */
export function YearPanel({ year, notice, onClose }: YearPanelProps) {
  const { t } = useMessages();
  const form = useDomainForm(SetHolidayYear, {
    ...(notice ?? { year, confirmed: false, source: '' }),
    seen: notice?.version,
  });
  const seen = form.watch('seen');
  const { send, busy } = useCommand(trpc.calendar.setYear.mutationOptions(), {
    form,
    onDone: () => {
      onClose();
      notifyDone(t('calendar:year-saved', { year }));
    },
  });
  return (
    <SidePanel
      label={t('calendar:year-confirm')}
      number={year}
      title={t('calendar:year-confirm')}
      onClose={onClose}
    >
      <KeptForm form={form} title={t('calendar:year-confirm')} name={`year-${year}`} onSubmit={send}>
        {notice && notice.version !== seen && (
          <ChangedNotice
            read={t('calendar:changed-read')}
            onRead={() => form.setValue('seen', notice.version)}
          >
            {t(notice.confirmed ? 'calendar:confirmed' : 'calendar:unconfirmed', { year })}: {notice.source}
          </ChangedNotice>
        )}
        <CheckboxField
          control={form.control}
          name="confirmed"
          label={t('calendar:year-confirmed-field')}
          help={t('calendar:year-confirmed-help')}
        />
        <TextField
          control={form.control}
          name="source"
          label={t('calendar:year-source')}
          help={t('calendar:source-help')}
        />
        <div className="kc-form-acts">
          <Button type="submit" kind="main" busy={busy}>
            {t('calendar:save')}
          </Button>
        </div>
      </KeptForm>
    </SidePanel>
  );
}
