import type { FindingView } from '@kycuong/domain/visit/visit-view.ts';
import { askAboutMarking } from '../evidence/ask-about-marking.ts';
import { attachEvidence } from '../evidence/attach.ts';
import { keptFile } from '../evidence/kept-file.ts';
import { checkSecrecy } from '../evidence/secrecy-check.ts';
import { useField, useHand } from '../shell/field-context.ts';
import { saving } from '../shell/save-trouble.ts';
import type { FieldAct } from '../sync/field-act.ts';
import { logCommand, logTables } from '../sync/log-command.ts';
import { knowVisit } from '../sync/visit-memory.ts';
import type { OpenVisit } from '../visit/read-visit.ts';
import { contentOf, type DraftPhoto, draftOfFinding, type FindingDraft } from './finding-draft.ts';

type Raise = Extract<FieldAct, { action: 'finding.raise' }>;

/** The same content for a finding that stands already. */
function amendmentOf({ payload: { itemCode: _, ...content } }: Raise): FieldAct {
  return { action: 'finding.amend', payload: content };
}

function saysTheSame(standing: FindingView, draft: FindingDraft): boolean {
  return JSON.stringify(contentOf(draftOfFinding(standing))) === JSON.stringify(contentOf(draft));
}

/**
 * Logs the finding and then its photos, in one transaction: the finding is there before what hangs on it. What stands
 * already, by an earlier pass or in another tab, is not logged a second time.
 */
export function useRaise(visit: OpenVisit, findingId: string, exists: boolean) {
  const { store, sync } = useField();
  const hand = useHand();
  const { visitId } = visit.held;
  return async (draft: FindingDraft, photos: readonly DraftPhoto[]): Promise<void> => {
    const content = { ...contentOf(draft), findingId, visitId };
    const checked = await checkSecrecy(
      exists
        ? { action: 'finding.amend', payload: content }
        : { action: 'finding.raise', payload: { ...content, itemCode: draft.itemCode } },
      askAboutMarking,
    );
    const { author } = hand();
    const files = await Promise.all(photos.map(({ sha256 }) => keptFile(store, author, sha256)));
    const log = async () => {
      const standing = (await knowVisit(store, author, visitId)).view.findings.get(findingId);
      if (standing === undefined || !saysTheSame(standing, draft))
        await logCommand(
          hand(),
          standing && checked.action === 'finding.raise' ? amendmentOf(checked) : checked,
        );
      for (const [index, { evidenceId, ...facts }] of photos.entries()) {
        const bytes = files[index]?.bytes;
        if (bytes)
          await attachEvidence(
            hand(),
            visitId,
            { kind: 'finding', id: findingId },
            { bytes, facts },
            evidenceId,
          );
      }
    };
    await saving(() => store.transaction('rw', logTables(store), log));
    sync.nudge();
  };
}
