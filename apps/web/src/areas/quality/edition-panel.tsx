import { sourceMarks } from '@kycuong/domain/calendar/source-mark.ts';
import { SetEdition } from '@kycuong/domain/quality/set-edition.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { SelectField } from '@kycuong/ui/form/select-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { trpc } from '../../api.ts';
import { ChangedNotice } from '../../decision/changed-notice.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';

type Edition = inferOutput<typeof trpc.quality.editions>[number];

interface EditionPanelProps {
  readonly edition: Edition;
  /** As it stands by now. */
  readonly standing: Edition;
  readonly onClose: () => void;
}

/** From when to when an edition applies, and by which document. */
export function EditionPanel({ edition, standing, onClose }: EditionPanelProps) {
  const { t } = useMessages();
  const { version, title, ...row } = edition;
  const form = useDomainForm(SetEdition, { ...row, seen: version });
  const seen = form.watch('seen');
  const { control } = form;
  const { send, busy } = useCommand(trpc.quality.setEdition.mutationOptions(), {
    form,
    onDone: () => {
      onClose();
      notifyDone(t('quality:edition-saved'));
    },
  });
  return (
    <SidePanel label={title} title={title} onClose={onClose}>
      <KeptForm form={form} title={title} name={`edition-${row.id}`} onSubmit={send}>
        {standing.version !== seen && (
          <ChangedNotice
            read={t('calendar:changed-read')}
            onRead={() => form.setValue('seen', standing.version)}
          >
            {standing.source}
          </ChangedNotice>
        )}
        <DateField control={control} name="effectiveFrom" label={t('quality:edition-from')} />
        <DateField
          control={control}
          name="supersededOn"
          label={t('quality:edition-until')}
          help={t('quality:edition-until-help')}
        />
        <TextField
          control={control}
          name="source"
          label={t('calendar:source')}
          help={t('quality:edition-source-help')}
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
    </SidePanel>
  );
}
