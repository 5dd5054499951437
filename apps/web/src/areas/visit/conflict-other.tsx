import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import { Conformity, conformities } from '@kycuong/domain/checklist/conformity.ts';
import { errorText } from '@kycuong/domain/error/catalogue.ts';
import { storableText } from '@kycuong/domain/input/storable-text.ts';
import { textRoom } from '@kycuong/domain/input/text-room.ts';
import type { AnswerValue } from '@kycuong/domain/visit/open-conflicts.ts';
import { longestNote } from '@kycuong/domain/visit/set-answer.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Field, fieldDescription } from '@kycuong/ui/plain/field.tsx';
import { Segment } from '@kycuong/ui/plain/segment.tsx';
import { useId, useState } from 'react';
import { conformityLooks } from './conformed.tsx';
import type { VisitConflict } from './visit-details.ts';

interface ConflictOtherProps {
  readonly conflict: VisitConflict;
  readonly item: ChecklistItem | undefined;
  readonly busy: boolean;
  readonly onSettle: (value: AnswerValue) => void;
  readonly onLeave: () => void;
}

/** A value that is none of those written. It starts with the one that shows. */
export function ConflictOther({ conflict, item, busy, onSettle, onLeave }: ConflictOtherProps) {
  const { t, language } = useMessages();
  const id = useId();
  const { field, heads } = conflict;
  const [value, setValue] = useState<AnswerValue>(heads[0]?.value ?? null);
  const label = t(`visit:part-${field}`);
  const written = typeof value === 'string' ? storableText(value).trim() : value;
  const limit = longestNote;
  const { over } = textRoom(typeof value === 'string' ? value : '', limit);
  return (
    <div className="conflict-other">
      {field === 'conformity' && (
        <Segment
          label={label}
          value={Conformity.safeParse(value).data ?? null}
          onChange={setValue}
          options={conformities.map((one) => ({ value: one, label: t(conformityLooks[one].key) }))}
        />
      )}
      {field === 'count' && (
        <Field id={id} label={item?.count?.label[language] ?? label}>
          <input
            id={id}
            className="kc-input"
            inputMode="numeric"
            value={value ?? ''}
            onChange={({ target }) => {
              const digits = target.value.replace(/\D/g, '').slice(0, 7);
              setValue(digits === '' ? null : Math.min(Number(digits), 1_000_000));
            }}
          />
        </Field>
      )}
      {field === 'note' && (
        <Field
          id={id}
          label={label}
          error={over > 0 ? errorText('input.too-long', language, { over, maximum: limit }) : undefined}
        >
          <textarea
            id={id}
            className="kc-input"
            rows={3}
            aria-invalid={over > 0}
            aria-describedby={fieldDescription(id, { help: false, error: over > 0 })}
            value={value ?? ''}
            onChange={({ target }) => setValue(target.value)}
          />
        </Field>
      )}
      <div className="kc-form-acts">
        <Button
          kind="main"
          busy={busy}
          disabled={over > 0}
          onClick={() => onSettle(written === '' ? null : written)}
        >
          {t('visit:use-other')}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {t('shell:cancel')}
        </Button>
      </div>
    </div>
  );
}
