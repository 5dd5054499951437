import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import { Conformity, conformities } from '@kycuong/domain/checklist/conformity.ts';
import { errorText } from '@kycuong/domain/error/catalogue.ts';
import { requiredText } from '@kycuong/domain/input/bounded-text.ts';
import { textRoom } from '@kycuong/domain/input/text-room.ts';
import type { AnswerValue } from '@kycuong/domain/visit/open-conflicts.ts';
import { longestNote } from '@kycuong/domain/visit/set-answer.ts';
import { useDomainForm } from '@kycuong/ui/form/use-domain-form.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Field, fieldDescription } from '@kycuong/ui/plain/field.tsx';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import { type ChangeEvent, useId } from 'react';
import * as z from 'zod/mini';
import { KeptWordsNotice } from '../../draft/kept-words-notice.tsx';
import { useKeptWords } from '../../draft/use-kept-words.ts';
import { conformityLooks } from './conformed.tsx';
import { typedValue } from './typed-value.ts';
import type { VisitConflict } from './visit-details.ts';

/** What is written, before it is known which part of an answer it is. */
const OtherValue = z.object({ conformity: z.nullable(Conformity), text: requiredText(longestNote) });

interface ConflictOtherProps {
  readonly conflict: VisitConflict;
  readonly item: ChecklistItem | undefined;
  readonly busy: boolean;
  /** Undefined where it was settled meanwhile: what was written stays to be read. */
  readonly onSettle: ((value: AnswerValue, form: { readonly control: object }) => void) | undefined;
  readonly onLeave: () => void;
}

/** A value that is none of those written. It starts with the one that shows. */
export function ConflictOther({ conflict, item, busy, onSettle, onLeave }: ConflictOtherProps) {
  const { t, language } = useMessages();
  const id = useId();
  const { itemCode, field, heads } = conflict;
  const form = useDomainForm(OtherValue, {
    conformity: Conformity.safeParse(heads[0]?.value).data ?? null,
    text: String(heads[0]?.value ?? ''),
  });
  const [conformity, text] = form.watch(['conformity', 'text']);
  const words = useKeptWords(form, {
    name: `conflict-${itemCode}-${field}`,
    title: `${t('visit:write-other')} (${itemCode})`,
  });
  const label = t(`visit:part-${field}`);
  const written = field === 'conformity' ? conformity : typedValue(field, text);
  const wrong =
    written === undefined &&
    (field === 'count'
      ? errorText('input.not-whole', language)
      : errorText('input.too-long', language, {
          over: textRoom(text, longestNote).over,
          maximum: longestNote,
        }));
  const typed = {
    id,
    className: 'kc-input',
    'aria-invalid': wrong !== false,
    'aria-describedby': fieldDescription(id, { help: false, error: wrong !== false }),
    value: text,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      form.setValue('text', target.value),
  };
  const leave = () => {
    words.giveUp();
    onLeave();
  };
  return (
    <div className="conflict-other">
      <KeptWordsNotice words={words} />
      {field === 'conformity' && (
        <Segment
          label={label}
          value={conformity}
          onChange={(one) => form.setValue('conformity', one)}
          options={conformities.map((one) => ({ value: one, label: t(conformityLooks[one].key) }))}
        />
      )}
      {field === 'count' && (
        <Field id={id} label={item?.count?.label[language] ?? label} error={wrong || undefined}>
          <input {...typed} inputMode="numeric" autoComplete="off" />
        </Field>
      )}
      {field === 'note' && (
        <Field id={id} label={label} error={wrong || undefined}>
          <textarea {...typed} rows={3} />
        </Field>
      )}
      <div className="kc-form-acts">
        {onSettle && (
          <Button
            kind="main"
            busy={busy}
            disabled={written === undefined}
            onClick={() => written !== undefined && onSettle(written, form)}
          >
            {t('visit:use-other')}
          </Button>
        )}
        <Button kind="quiet" onClick={leave}>
          {t('shell:cancel')}
        </Button>
      </div>
    </div>
  );
}
