import { askAboutMarking } from '../evidence/ask-about-marking.ts';
import { attachEvidence } from '../evidence/attach.ts';
import { keptFile } from '../evidence/kept-file.ts';
import { checkSecrecy } from '../evidence/secrecy-check.ts';
import { useField, useHand } from '../shell/field-context.ts';
import { saving } from '../shell/save-trouble.ts';
import { logCommand, logTables } from '../sync/log-command.ts';
import type { OpenVisit } from '../visit/read-visit.ts';
import { contentOf, type FindingDraft } from './finding-draft.ts';

/** Logs the finding and then its photos, in one transaction: the finding is there before what hangs on it. */
export function useRaise(visit: OpenVisit, findingId: string, exists: boolean) {
  const { store, sync } = useField();
  const hand = useHand();
  const { visitId } = visit.held;
  return async (draft: FindingDraft): Promise<void> => {
    const content = { ...contentOf(draft), findingId, visitId };
    const checked = await checkSecrecy(
      exists
        ? { action: 'finding.amend', payload: content }
        : { action: 'finding.raise', payload: { ...content, itemCode: draft.itemCode } },
      askAboutMarking,
    );
    const { author } = hand();
    const files = await Promise.all(draft.photos.map(({ sha256 }) => keptFile(store, author, sha256)));
    const log = async () => {
      await logCommand(hand(), checked);
      for (const [index, facts] of draft.photos.entries()) {
        const bytes = files[index]?.bytes;
        if (bytes)
          await attachEvidence(hand(), visitId, { kind: 'finding', id: findingId }, { bytes, facts });
      }
    };
    await saving(() => store.transaction('rw', logTables(store), log));
    sync.nudge();
  };
}
