import { storableText, textLength } from '@kycuong/domain/input/storable-text.ts';
import type { WrittenField } from '@kycuong/domain/visit/merge-field.ts';
import { longestNote } from '@kycuong/domain/visit/set-answer.ts';
import { fieldDescription } from '@kycuong/ui/plain/field.tsx';
import { lazy, Suspense } from 'react';
import { useMessages, withLaterTexts } from '../language.ts';
import { NearLimit } from '../shell/near-limit.tsx';
import { useTyped } from '../shell/use-typed.ts';
import type { TextPlace, TypedValue } from '../sync/text-session.ts';

const HeldText = lazy(async () => ({
  default: (await withLaterTexts(import('./held-text.tsx'))).HeldText,
}));

interface ItemNoteProps {
  readonly visitId: string;
  readonly itemCode: string;
  readonly stored: WrittenField<string | null> | undefined;
  readonly disabled: boolean;
  readonly onLogged: (place: TextPlace, before: TypedValue) => void;
}

export function ItemNote({ visitId, itemCode, stored, disabled, onLogged }: ItemNoteProps) {
  const { t } = useMessages();
  const note = useTyped({ visitId, itemCode, part: 'note' }, stored, onLogged);
  const text = String(note.value ?? '');
  const isOver = textLength(storableText(text).trim()) > longestNote;
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
        value={text}
        disabled={disabled}
        onFocus={note.enter}
        onChange={(event) => note.change(event.target.value)}
        onBlur={note.leave}
      />
      <NearLimit id="note" text={text} limit={longestNote} store={storableText} />
      {note.held && (
        <Suspense fallback={null}>
          <HeldText text={note.held} />
        </Suspense>
      )}
    </div>
  );
}
