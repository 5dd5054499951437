import { auditGrades, RecordInternalAudit } from '@kycuong/domain/audit/record-internal-audit.ts';
import { clauses2015 } from '@kycuong/domain/quality/clauses-2015.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { FormSection } from '@kycuong/ui/console/form-section.tsx';
import { CheckboxField } from '@kycuong/ui/form/checkbox-field.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { SelectField } from '@kycuong/ui/form/select-field.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, IconButton } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { trpc } from '../../api.ts';
import { DraftNotice } from '../../draft/draft-notice.tsx';
import { fitted } from '../../draft/fitted.ts';
import { useDraft } from '../../draft/use-draft.ts';
import { usePersonDraft } from '../../draft/use-person-draft.ts';
import { RecordActs, RecordPage } from '../../quality-record-page.tsx';
import { useCommand } from '../../use-command.ts';
import { useBackToUnit, useQuality } from '../../use-quality.ts';
import { recordAuditRoute } from './audit-routes.tsx';

/** An internal audit as held: when and what, by whom, findings by clause, conclusion. */
export function RecordAuditPage() {
  const { t, language } = useMessages();
  const { unitId } = recordAuditRoute.useParams();
  const quality = useQuality(unitId);
  const begun = usePersonDraft('audit', quality.system?.id ?? null);
  const empty = () => ({
    auditId: uuidV7(),
    systemId: quality.system?.id ?? '',
    auditedOn: quality.today,
    scope: quality.system?.scope ?? '',
    auditors: [{ name: '', unitName: '' }],
    findings: [],
    conclusion: '',
  });
  const [start] = useState(() => fitted(empty(), begun.start.content));
  const form = useDomainForm(RecordInternalAudit, start);
  const draft = useDraft(form, begun, { empty });
  const { control } = form;
  const auditors = useFieldArray({ control, name: 'auditors' });
  const findings = useFieldArray({ control, name: 'findings' });
  const hasMajor = form.watch('findings').some(({ grade }) => grade === 'major');
  const onDone = useBackToUnit(quality);
  const { send, busy } = useCommand(trpc.audit.recordInternalAudit.mutationOptions(), { form, onDone });
  const clauses = clauses2015.map((clause) => ({
    value: clause.no,
    label: [clause.no, clause[language]].filter(Boolean).join(' '),
  }));
  const grades = auditGrades.map((value) => ({ value, label: t(`audit:grade-${value}`) }));
  return (
    <RecordPage quality={quality} title={t('audit:audit-title')} lead={t('audit:audit-lead')}>
      <DomainForm form={form} onSubmit={(payload) => draft.during(() => send(payload))}>
        <DraftNotice draft={draft} />
        <FormSection number={1} title={t('audit:audit-when')}>
          <DateField
            control={control}
            name="auditedOn"
            label={t('audit:audited-on')}
            help={t('quality:on-date-help')}
            max={quality.today}
            {...(quality.system && { min: quality.system.startedOn })}
          />
          <TextAreaField
            control={control}
            name="scope"
            label={t('audit:audit-scope')}
            help={t('audit:audit-scope-help')}
            rows={2}
          />
        </FormSection>
        <FormSection number={2} title={t('audit:auditors')} help={t('audit:auditors-help')}>
          {auditors.fields.map(({ id }, index) => (
            <div key={id} className="entry-line">
              <TextField control={control} name={`auditors.${index}.name`} label={t('audit:auditor-name')} />
              <TextField
                control={control}
                name={`auditors.${index}.unitName`}
                label={t('audit:auditor-unit')}
              />
              <IconButton
                icon="trash"
                label={t('audit:remove-auditor', { number: index + 1 })}
                disabled={auditors.fields.length === 1}
                onClick={() => auditors.remove(index)}
              />
            </div>
          ))}
          <div>
            <Button icon="plus" size="small" onClick={() => auditors.append({ name: '', unitName: '' })}>
              {t('audit:add-auditor')}
            </Button>
          </div>
          <CheckboxField control={control} name="impartial" label={t('audit:impartial')} />
        </FormSection>
        <FormSection number={3} title={t('audit:findings')} help={t('audit:findings-help')}>
          {findings.fields.map(({ id }, index) => (
            <div key={id} className="entry">
              <div className="entry-head">
                {t('audit:finding-number', { number: index + 1 })}
                <IconButton
                  icon="trash"
                  label={t('audit:remove-finding', { number: index + 1 })}
                  onClick={() => findings.remove(index)}
                />
              </div>
              <div className="kc-form-row">
                <SelectField
                  control={control}
                  name={`findings.${index}.clause`}
                  label={t('audit:clause')}
                  choices={clauses}
                />
                <SelectField
                  control={control}
                  name={`findings.${index}.grade`}
                  label={t('audit:grade')}
                  choices={grades}
                />
              </div>
              <TextAreaField
                control={control}
                name={`findings.${index}.text`}
                label={t('audit:finding-text')}
                rows={2}
              />
            </div>
          ))}
          <div>
            <Button
              icon="plus"
              size="small"
              onClick={() => findings.append({ clause: '', grade: 'minor', text: '' })}
            >
              {t('audit:add-finding')}
            </Button>
          </div>
          {hasMajor && <Notice tone="soon">{t('audit:major-warning')}</Notice>}
        </FormSection>
        <FormSection number={4} title={t('audit:conclusion')}>
          <TextAreaField control={control} name="conclusion" label={t('audit:conclusion-label')} rows={3} />
        </FormSection>
        <RecordActs unitId={unitId} save={t('audit:audit-save')} busy={busy} />
      </DomainForm>
    </RecordPage>
  );
}
