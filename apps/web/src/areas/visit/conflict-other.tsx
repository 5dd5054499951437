import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import { Conformity, conformities } from '@kycuong/domain/checklist/conformity.ts';
import { errorText } from '@kycuong/domain/error/catalogue.ts';
import { textRoom } from '@kycuong/domain/input/text-room.ts';
import type { AnswerValue } from '@kycuong/domain/visit/open-conflicts.ts';
import { longestNote } from '@kycuong/domain/visit/set-answer.ts';
import { OpenFormContext } from '@kycuong/ui/form/open-form-context.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Field, fieldDescription } from '@kycuong/ui/plain/field.tsx';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import { type ChangeEvent, useContext, useEffect, useId, useRef, useState } from 'react';
import { conformityLooks } from './conformed.tsx';
import { typedValue } from './typed-value.ts';
import type { VisitConflict } from './visit-details.ts';

interface ConflictOtherProps {
  readonly conflict: VisitConflict;
  readonly item: ChecklistItem | undefined;
  readonly busy: boolean;
  /** Undefined where it was settled meanwhile: what was written stays to be read. */
  readonly onSettle: ((value: AnswerValue) => void) | undefined;
  readonly onLeave: () => void;
}

/** A value that is none of those written. It starts with the one that shows. */
export function ConflictOther({ conflict, item, busy, onSettle, onLeave }: ConflictOtherProps) {
  const { t, language } = useMessages();
  const id = useId();
  const { field, heads } = conflict;
  const [conformity, setConformity] = useState(Conformity.safeParse(heads[0]?.value).data ?? null);
  const [text, setText] = useState(String(heads[0]?.value ?? ''));
  const typedNow = useRef({ text });
  typedNow.current = { text };
  const onOpen = useContext(OpenFormContext);
  useEffect(() => onOpen?.({ control: typedNow, read: () => typedNow.current }), [onOpen]);
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
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setText(target.value),
  };
  return (
    <div className="conflict-other">
      {field === 'conformity' && (
        <Segment
          label={label}
          value={conformity}
          onChange={setConformity}
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
            onClick={() => written !== undefined && onSettle(written)}
          >
            {t('visit:use-other')}
          </Button>
        )}
        <Button kind="quiet" onClick={onLeave}>
          {t('shell:cancel')}
        </Button>
      </div>
    </div>
  );
}
