import { sourceMarks } from '@kycuong/domain/calendar/source-mark.ts';
import { basisName } from '@kycuong/domain/checklist/basis-name.ts';
import { RecordLegalBasis } from '@kycuong/domain/checklist/record-legal-basis.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { notifyDone } from '@kycuong/ui/console/notify.tsx';
import { SidePanel } from '@kycuong/ui/console/side-panel.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { MultiSelectField, SelectField } from '@kycuong/ui/form/select-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { trpc } from '../../api.ts';
import { ChangedNotice } from '../../decision/changed-notice.tsx';
import { KeptForm } from '../../draft/kept-form.tsx';
import { useCommand } from '../../use-command.ts';
import type { KnownBasis } from './legal-bases-page.tsx';
import { useDaysInForce } from './use-days-in-force.ts';

interface LegalBasisPanelProps {
  /** Undefined for a new one. */
  readonly basis: KnownBasis | undefined;
  /** As it stands by now. */
  readonly standing: KnownBasis | undefined;
  readonly known: readonly KnownBasis[];
  readonly onClose: () => void;
}

const blank = () => ({
  ...{ id: `b-${uuidV7()}`, title: '', titleEn: '', number: '', article: '' },
  ...{ effectiveFrom: '', effectiveUntil: '', replacedBy: [], source: '', mark: 'M' as const },
});

/** A provision of law: its words once, its days and what replaces it whenever they change. */
export function LegalBasisPanel({ basis, standing, known, onClose }: LegalBasisPanelProps) {
  const { t, language } = useMessages();
  const daysInForce = useDaysInForce(known);
  const { version, ...row } = basis ?? { version: null, ...blank() };
  const form = useDomainForm(RecordLegalBasis, { ...row, seen: version });
  const seen = form.watch('seen');
  const { control } = form;
  const title = basis ? basisName(basis, language) : t('checklist:add-basis');
  const { send, busy } = useCommand(trpc.checklist.recordLegalBasis.mutationOptions(), {
    form,
    onDone: () => {
      onClose();
      notifyDone(t('checklist:basis-saved'));
    },
  });
  return (
    <SidePanel label={title} title={title} onClose={onClose}>
      <KeptForm form={form} title={title} name={`basis-${basis?.id ?? 'new'}`} onSubmit={send}>
        {standing && standing.version !== seen && (
          <ChangedNotice
            read={t('calendar:changed-read')}
            onRead={() => form.setValue('seen', standing.version)}
          >
            {daysInForce(standing)}. {standing.source}
          </ChangedNotice>
        )}
        {basis === undefined && (
          <>
            <TextField
              control={control}
              name="title"
              label={t('checklist:basis-title')}
              help={t('checklist:basis-title-help')}
            />
            <TextField control={control} name="titleEn" label={t('checklist:basis-title-en')} />
            <TextField
              control={control}
              name="number"
              label={t('checklist:basis-number')}
              placeholder="63/2010/NĐ-CP"
            />
            <TextField
              control={control}
              name="article"
              label={t('checklist:basis-article')}
              placeholder="Điều 4 khoản 4"
            />
          </>
        )}
        <DateField control={control} name="effectiveFrom" label={t('checklist:basis-from')} />
        <DateField
          control={control}
          name="effectiveUntil"
          label={t('checklist:basis-until')}
          help={t('checklist:basis-until-help')}
        />
        <MultiSelectField
          control={control}
          name="replacedBy"
          label={t('checklist:basis-replaced-by')}
          choices={known
            .filter(({ id }) => id !== row.id)
            .map((other) => ({ value: other.id, label: basisName(other, language) }))}
        />
        <TextField
          control={control}
          name="source"
          label={t('checklist:source')}
          help={t('calendar:source-help')}
        />
        <SelectField
          control={control}
          name="mark"
          label={t('checklist:mark')}
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
