import { secrecyMarkingOf } from '@kycuong/domain/evidence/secrecy-marking.ts';
import { storableText, textLength } from '@kycuong/domain/input/storable-text.ts';
import { longestNote } from '@kycuong/domain/visit/set-answer.ts';
import { fieldDescription } from '@kycuong/ui/plain/field.tsx';
import { useMessages } from '../language.ts';
import { NearLimit } from '../shell/near-limit.tsx';
import { useSaved } from '../shell/use-saved.ts';

/** Asked about when the field is left, not while it is typed. */
const isMarked = (note: string) => secrecyMarkingOf(note) !== null;

interface ItemNoteProps {
  readonly value: string;
  readonly disabled: boolean;
  readonly onChange: (note: string) => Promise<void>;
}

export function ItemNote({ value, disabled, onChange }: ItemNoteProps) {
  const { t } = useMessages();
  const saved = useSaved(value, (note) => onChange(note.normalize('NFC').trim()), isMarked);
  const isOver = textLength(storableText(saved.value).trim()) > longestNote;
  return (
    <div className="item-note">
      <label className="label" htmlFor="note">
        {t('field:walk.note')}
      </label>
      <textarea
        id="note"
        className="kc-input kc-input--touch"
        rows={2}
        aria-invalid={isOver || undefined}
        aria-describedby={fieldDescription('note', { help: false, error: isOver })}
        autoCapitalize="sentences"
        lang="vi"
        placeholder={t('field:walk.note-hint')}
        value={saved.value}
        disabled={disabled}
        onChange={(event) => saved.change(event.target.value)}
        onBlur={() => void saved.flush()}
      />
      <NearLimit id="note" text={saved.value} limit={longestNote} store={storableText} />
    </div>
  );
}
