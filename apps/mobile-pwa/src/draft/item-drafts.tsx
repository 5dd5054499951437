import { DraftRows } from './draft-rows.tsx';
import { useDrafts } from './use-drafts.ts';

interface ItemDraftsProps {
  readonly visitId: string;
  readonly itemCode: string;
}

/** At a line of the checklist: findings of it that are begun and not recorded. */
export function ItemDrafts({ visitId, itemCode }: ItemDraftsProps) {
  const drafts = useDrafts(visitId)?.filter((draft) => draft.itemCode === itemCode) ?? [];
  return drafts.length > 0 && <DraftRows visitId={visitId} drafts={drafts} />;
}
