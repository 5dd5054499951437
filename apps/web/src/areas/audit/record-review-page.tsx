import { RecordManagementReview } from '@kycuong/domain/audit/record-management-review.ts';
import {
  reviewInputs,
  reviewInputTexts,
  reviewOutputs,
  reviewOutputTexts,
} from '@kycuong/domain/quality/review-agenda.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { FormSection } from '@kycuong/ui/console/form-section.tsx';
import { DateField } from '@kycuong/ui/form/date-field.tsx';
import { DomainForm } from '@kycuong/ui/form/domain-form.tsx';
import { TextAreaField } from '@kycuong/ui/form/text-area-field.tsx';
import { TextField } from '@kycuong/ui/form/text-field.tsx';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button, IconButton } from '@kycuong/ui/plain/button.tsx';
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
import { recordReviewRoute } from './audit-routes.tsx';

/** A management review as held: every input of 9.3.2, the outputs of 9.3.3, and who does what by when. */
export function RecordReviewPage() {
  const { t, language } = useMessages();
  const { unitId } = recordReviewRoute.useParams();
  const quality = useQuality(unitId);
  const begun = usePersonDraft('review', quality.system?.id ?? null);
  const empty = () => ({
    reviewId: uuidV7(),
    systemId: quality.system?.id ?? '',
    heldOn: quality.today,
    chairedBy: '',
    inputs: { a: '', b: '', c: '', d: '', e: '', f: '' },
    outputs: { improvement: '', 'system-changes': '', resources: '' },
    decisions: [],
  });
  const [start] = useState(() => fitted(empty(), begun.start.content));
  const form = useDomainForm(RecordManagementReview, start);
  const draft = useDraft(form, begun, { empty });
  const { control } = form;
  const decisions = useFieldArray({ control, name: 'decisions' });
  const onDone = useBackToUnit(quality);
  const { send, busy } = useCommand(trpc.audit.recordManagementReview.mutationOptions(), { form, onDone });
  return (
    <RecordPage quality={quality} title={t('audit:review-title')} lead={t('audit:review-lead')}>
      <DomainForm form={form} onSubmit={(payload) => draft.during(() => send(payload))}>
        <DraftNotice draft={draft} />
        <FormSection number={1} title={t('audit:review-when')}>
          <div className="kc-form-row">
            <DateField
              control={control}
              name="heldOn"
              label={t('audit:held-on')}
              max={quality.today}
              {...(quality.system && { min: quality.system.startedOn })}
            />
            <TextField control={control} name="chairedBy" label={t('audit:chaired-by')} />
          </div>
        </FormSection>
        <FormSection number={2} title={t('audit:inputs')} help={t('audit:inputs-help')}>
          {reviewInputs.map((letter) => (
            <TextAreaField
              key={letter}
              control={control}
              name={`inputs.${letter}`}
              label={`${letter}) ${reviewInputTexts[letter][language]}`}
              rows={2}
            />
          ))}
        </FormSection>
        <FormSection number={3} title={t('audit:outputs')} help={t('audit:outputs-help')}>
          {reviewOutputs.map((output) => (
            <TextAreaField
              key={output}
              control={control}
              name={`outputs.${output}`}
              label={reviewOutputTexts[output][language]}
              rows={2}
            />
          ))}
        </FormSection>
        <FormSection number={4} title={t('audit:decisions')}>
          {decisions.fields.map(({ id }, index) => (
            <div key={id} className="entry">
              <div className="entry-head">
                {t('audit:decision-number', { number: index + 1 })}
                <IconButton
                  icon="trash"
                  label={t('audit:remove-decision', { number: index + 1 })}
                  onClick={() => decisions.remove(index)}
                />
              </div>
              <TextAreaField
                control={control}
                name={`decisions.${index}.task`}
                label={t('audit:task')}
                rows={1}
              />
              <div className="kc-form-row">
                <TextField control={control} name={`decisions.${index}.person`} label={t('audit:person')} />
                <DateField control={control} name={`decisions.${index}.dueOn`} label={t('audit:due-on')} />
              </div>
            </div>
          ))}
          <div>
            <Button
              icon="plus"
              size="small"
              onClick={() => decisions.append({ task: '', person: '', dueOn: '' })}
            >
              {t('audit:add-decision')}
            </Button>
          </div>
        </FormSection>
        <RecordActs unitId={unitId} save={t('audit:review-save')} busy={busy} />
      </DomainForm>
    </RecordPage>
  );
}
