import { sourceMarks } from '@kycuong/domain/calendar/source-mark.ts';
import { deadlineEvents } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { SetProcessDeadline } from '@kycuong/domain/planning/set-process-deadline.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { NumberField } from '@kycuong/ui/form/number-field.tsx';
import { SelectField } from '@kycuong/ui/form/select-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Facts } from '@kycuong/ui/plain/facts.tsx';
import { trpc } from '../../api.ts';
import { ChangedNotice } from '../../decision/changed-notice.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import { useDeadlineWords } from '../../use-deadline-words.ts';
import type { ShownStep } from './step-list.tsx';

interface StepPanelProps {
  readonly row: ShownStep;
  /** As it stands by now. */
  readonly standing: ShownStep;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}

/** The time of one step: to be read, or set by those who keep the rules of the province. */
export function StepPanel({ row, standing, mayEdit, onClose }: StepPanelProps) {
  const { t } = useMessages();
  const title = t(`calendar:step-${row.step}`);
  const field = row.field === null ? t('calendar:step-every-field') : t(`planning:field-${row.field}`);
  return (
    <SidePanel label={title} title={title} subtitle={field} onClose={onClose}>
      {mayEdit ? (
        <StepForm row={row} standing={standing} onClose={onClose} />
      ) : (
        <Facts
          items={[
            [t('calendar:source'), row.source],
            [t('calendar:mark'), t(`calendar:mark-${row.mark}`)],
          ]}
        />
      )}
    </SidePanel>
  );
}

function StepForm({ row: { version, ...row }, standing, onClose }: Omit<StepPanelProps, 'mayEdit'>) {
  const { t } = useMessages();
  const words = useDeadlineWords();
  const form = useDomainForm(SetProcessDeadline, { ...row, seen: version });
  const seen = form.watch('seen');
  const { control } = form;
  const { send, busy } = useCommand(trpc.planning.setDeadline.mutationOptions(), {
    form,
    onDone: () => {
      onClose();
      notifyDone(t('calendar:step-saved'));
    },
  });
  return (
    <KeptForm
      form={form}
      title={t(`calendar:step-${row.step}`)}
      name={`step-${row.step}-${row.field}`}
      onSubmit={send}
    >
      {standing.version !== seen && (
        <ChangedNotice
          read={t('calendar:changed-read')}
          onRead={() => form.setValue('seen', standing.version)}
        >
          {words(standing)}. {standing.source}
        </ChangedNotice>
      )}
      <NumberField control={control} name="amount" label={t('calendar:step-time')} />
      <SelectField
        control={control}
        name="unit"
        label={t('conclusion:requirement-unit')}
        choices={(['working-day', 'day', 'month'] as const).map((value) => ({
          value,
          label: t(`conclusion:unit-${value}`),
        }))}
      />
      {row.step === 'answer' && (
        <SelectField
          control={control}
          name="event"
          label={t('conclusion:requirement-from')}
          choices={deadlineEvents.map((value) => ({ value, label: t(`conclusion:event-${value}`) }))}
        />
      )}
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
      </div>
    </KeptForm>
  );
}
