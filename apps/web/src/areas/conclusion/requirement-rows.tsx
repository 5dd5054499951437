import type { RequirementDeadline } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { FormSection } from '@kycuong/ui/console/form-section.tsx';
import { FormRow } from '@kycuong/ui/form/form-row.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Tag } from '@kycuong/ui/plain/state.tsx';
import { useFieldArray } from 'react-hook-form';
import { PhotoStrip } from '../../evidence/photo-strip.tsx';
import { severityKeys } from '../../states/action-state.tsx';
import { DeadlineFields } from './deadline-fields.tsx';
import type { ReportForm, RoundFinding } from './report-form.ts';
import './conclusion.css';

interface RequirementRowsProps {
  readonly form: ReportForm;
  readonly findings: readonly RoundFinding[];
  readonly usualDue: RequirementDeadline;
}

/** What is asked for each finding, and by when; a finding may also be left without. */
export function RequirementRows({ form, findings, usualDue }: RequirementRowsProps) {
  const { t } = useMessages();
  const { control } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'requirements' });
  const left = findings.filter(({ findingId }) => !fields.some((field) => field.findingId === findingId));
  return (
    <FormSection
      number={3}
      title={t('conclusion:section-requirements')}
      help={findings.length > 0 && t('conclusion:requirements-help')}
    >
      {findings.length === 0 && <p>{t('conclusion:no-findings')}</p>}
      {fields.map((field, index) => {
        const finding = findings.find(({ findingId }) => findingId === field.findingId);
        if (finding === undefined) return null;
        return (
          <FormRow
            key={field.id}
            name={t('conclusion:requirement-row', { row: index + 1 })}
            className="requirement-row"
          >
            <FindingHead finding={finding} />
            <TextAreaField
              control={control}
              name={`requirements.${index}.text`}
              label={t('conclusion:requirement-text')}
              rows={2}
            />
            <div className="requirement-foot">
              <DeadlineFields form={form} index={index} />
              <Button kind="quiet" size="small" icon="minus" onClick={() => remove(index)}>
                {t('conclusion:not-asked')}
              </Button>
            </div>
          </FormRow>
        );
      })}
      {left.length > 0 && (
        <div>
          <h2>{t('conclusion:not-asked-title')}</h2>
          <ul className="requirement-left">
            {left.map((finding) => (
              <li key={finding.findingId}>
                <span>
                  {finding.unit.name} · {finding.itemCode} {finding.title}
                </span>
                <Button
                  kind="quiet"
                  size="small"
                  icon="plus"
                  onClick={() => append({ findingId: finding.findingId, text: '', due: usualDue })}
                >
                  {t('conclusion:ask')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </FormSection>
  );
}

function FindingHead({ finding }: { readonly finding: RoundFinding }) {
  const { t } = useMessages();
  const { unit, itemCode, title, description, severity, evidence } = finding;
  return (
    <div>
      <p className="requirement-unit">
        {unit.name} <Tag>{t(severityKeys[severity])}</Tag>
      </p>
      <h2>
        {itemCode && <span className="kc-figures">{itemCode}</span>} {title}
      </h2>
      <p className="requirement-found">{description}</p>
      {evidence.length > 0 && (
        <PhotoStrip
          photos={evidence.map(({ id, status }) => ({
            evidenceId: id,
            status,
            name: title,
            mediaType: 'image/jpeg',
          }))}
        />
      )}
    </div>
  );
}
