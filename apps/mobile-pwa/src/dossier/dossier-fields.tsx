import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { DossierCheck } from '@kycuong/domain/dossier/dossier-check.ts';
import {
  longestDossierCode,
  longestDossierNote,
  longestProcedure,
} from '@kycuong/domain/dossier/sample-dossier.ts';
import { formatDate } from '@kycuong/ui/format.ts';
import { errorText, useMessages } from '../language.ts';
import { DateInput } from '../shell/date-input.tsx';
import { Tick, TouchField } from '../shell/touch-field.tsx';
import { type DossierDraft, figureOf, typedFigure } from './dossier-draft.ts';
import { StopFields } from './stop-fields.tsx';

interface DossierFieldsProps {
  readonly form: DossierDraft;
  readonly expected: PlainDate | null;
  readonly check: DossierCheck | null;
  readonly errors: ReadonlyMap<string, string>;
  readonly disabled: boolean;
  readonly onChange: (form: DossierDraft) => void;
}

function slipHelp(expected: PlainDate | null, check: DossierCheck | null) {
  if (expected === null) return undefined;
  const slip = check?.slip;
  const key =
    slip === 'later'
      ? 'field:dossier.due-later'
      : slip === 'earlier'
        ? 'field:dossier.due-earlier'
        : 'field:dossier.due-expected';
  return { key, values: { date: formatDate(expected) } } as const;
}

export function DossierFields({ form, expected, check, errors, disabled, onChange }: DossierFieldsProps) {
  const { t } = useMessages();
  const set = (change: Partial<DossierDraft>) => onChange({ ...form, ...change });
  const slip = slipHelp(expected, check);
  const text = (
    name: 'code' | 'procedure' | 'note' | 'receivedOn' | 'completeOn' | 'dueOn' | 'returnedOn',
  ) => ({
    id: name,
    value: form[name],
    error: errors.get(name),
    onChange: (value: string) => set({ [name]: value }),
  });
  return (
    <fieldset className="fields" disabled={disabled}>
      <TouchField {...text('code')} limit={longestDossierCode} label={t('field:dossier.code')} />
      <TouchField {...text('procedure')} limit={longestProcedure} label={t('field:dossier.procedure')} />
      <div className="pair">
        <DateInput {...text('receivedOn')} label={t('field:dossier.received-on')} />
        <DateInput
          {...text('completeOn')}
          label={t('field:dossier.complete-on')}
          help={t('field:dossier.complete-help')}
        />
      </div>
      <div className="pair">
        <TouchField
          id="processingWorkingDays"
          label={t('field:dossier.days')}
          type="number"
          value={form.days}
          error={
            Number.isNaN(figureOf(form.days))
              ? errorText('input.not-whole')
              : errors.get('processingWorkingDays')
          }
          onChange={(days) => set({ days: typedFigure(days) })}
        />
        <DateInput
          {...text('dueOn')}
          label={t('field:dossier.due-on')}
          help={slip && t(slip.key, slip.values)}
        />
      </div>
      <div className="pair">
        <DateInput
          {...text('returnedOn')}
          label={t('field:dossier.returned-on')}
          help={t('field:dossier.returned-help')}
        />
      </div>
      <StopFields stops={form.stopped} errors={errors} onChange={(stopped) => set({ stopped })} />
      <Tick checked={form.apologyIssued} onChange={(apologyIssued) => set({ apologyIssued })}>
        {t('field:dossier.apology')}
      </Tick>
      <Tick checked={form.extraPapersAsked} onChange={(extraPapersAsked) => set({ extraPapersAsked })}>
        {t('field:dossier.extra-papers')}
      </Tick>
      <TouchField {...text('note')} limit={longestDossierNote} label={t('field:dossier.note')} rows={3} />
    </fieldset>
  );
}
