import { useMessages } from '../language.ts';
import { DraftRows } from './draft-rows.tsx';
import { useDrafts } from './use-drafts.ts';

interface OpenDraftsProps {
  readonly visitId: string;
}

/** On the overview: what is begun and not recorded, which is not handed in with the visit. */
export function OpenDrafts({ visitId }: OpenDraftsProps) {
  const { t } = useMessages();
  const drafts = useDrafts(visitId) ?? [];
  if (drafts.length === 0) return null;
  return (
    <section className="open-drafts">
      <h2>
        {t('field:draft.title')} ({drafts.length})
      </h2>
      <p className="kc-meta">{t('field:draft.not-handed-in')}</p>
      <DraftRows visitId={visitId} drafts={drafts} />
    </section>
  );
}
