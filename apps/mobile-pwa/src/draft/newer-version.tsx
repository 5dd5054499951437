import { type FieldCommand, timeOf } from '@kycuong/domain/sync/field-command.ts';
import { formatInstant } from '@kycuong/ui/format.ts';
import { Button } from '@kycuong/ui/plain/button.tsx';
import { Notice } from '@kycuong/ui/plain/notice.tsx';
import { useMessages } from '../language.ts';
import type { OpenVisit } from '../visit/read-visit.ts';
import { ThrowAwayButton } from './throw-away-button.tsx';

/** Where the newer version says something else: the field's label, and what it says where that is a few words. */
export type Difference = readonly [label: string, says: string | null];

interface NewerVersionProps {
  readonly visit: OpenVisit;
  readonly version: FieldCommand;
  readonly differences: readonly Difference[];
  /** What the draft is called, and how many photos wait with it. */
  readonly title: string;
  readonly photos: number;
  /** The draft goes on, over the newer version. */
  readonly onKeep: () => void;
  readonly onThrowAway: () => Promise<void>;
}

const id = 'newer-version';

/** Brings it before the person who would record over it. */
export const showNewerVersion = () => document.getElementById(id)?.focus();

/** A draft was begun before somebody else's version came: nothing is recorded over that until the person says so. */
export function NewerVersion({
  visit,
  version,
  differences,
  title,
  photos,
  onKeep,
  onThrowAway,
}: NewerVersionProps) {
  const { t } = useMessages();
  return (
    <section id={id} className="newer-version" tabIndex={-1} aria-label={t('field:draft.newer-short')}>
      <Notice
        tone="soon"
        role="status"
        title={t('field:draft.newer', {
          who: visit.nameOf(version.author),
          time: formatInstant(timeOf(version).at),
        })}
        acts={
          <>
            <Button kind="line" size="touch" icon="pencil" onClick={onKeep}>
              {t('field:draft.newer-keep')}
            </Button>
            <ThrowAwayButton title={title} photos={photos} onThrowAway={onThrowAway} />
          </>
        }
      >
        <p>{t('field:draft.newer-text')}</p>
        <ul className="plain-rows">
          {differences.map(([label, says]) => (
            <li key={label}>
              <b>{label}</b>
              {says !== null && <p className="quoted">{says || '—'}</p>}
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}
