import { longestEndNote } from '@kycuong/domain/visit/submit-visit.ts';
import { useMessages } from '../language.ts';
import { TouchField } from '../shell/touch-field.tsx';
import { useDraft } from '../shell/use-draft.ts';
import type { OpenVisit } from './read-visit.ts';

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * What the person says on handing in, or the leader on closing; a draft until then. Each act has its own: where a
 * colleague hands in meanwhile, what was begun for that is no remark on closing.
 */
export function useEndNote({ held, state }: OpenVisit) {
  const ends = state === 'submitted' || state === 'closed' ? 'submitted' : 'open';
  const draft = useDraft(`${ends} ${held.visitId}`, '', isText);
  return draft && { ...draft, ends };
}
/** Undefined until it is read. */
export type EndNote = ReturnType<typeof useEndNote>;

interface EndNoteFieldProps {
  readonly visit: OpenVisit;
  readonly note: EndNote;
}

/** Nothing where nothing is ended by this person now. */
export function EndNoteField({ visit, note }: EndNoteFieldProps) {
  const { t } = useMessages();
  const { state, leads, writable, conflicts } = visit;
  const closes = state === 'submitted';
  const ends = writable && (state === 'open' || (closes && leads && conflicts.length === 0));
  if (!ends || note === undefined) return null;
  return (
    <TouchField
      key={note.ends}
      id="note"
      label={t(closes ? 'field:overview.close-note' : 'field:overview.submit-note')}
      rows={2}
      limit={longestEndNote}
      value={note.value}
      onChange={note.change}
    />
  );
}
