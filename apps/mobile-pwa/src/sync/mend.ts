import type { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { draftOf } from '../dossier/dossier-draft.ts';
import { isBlank } from '../draft/is-blank.ts';
import { attachEvidence } from '../evidence/attach.ts';
import type { Captured } from '../evidence/capture.ts';
import { keptFile } from '../evidence/kept-file.ts';
import type { DraftPhoto, FindingDraft } from '../finding/finding-draft.ts';
import { isReadable } from '../lock/seal-rows.ts';
import type { Route } from '../shell/route.ts';
import type { Hand } from './log-command.ts';
import { seenOf } from './seen-of.ts';
import type { LoggedCommand } from './store.ts';

function factsOf({ evidenceId: _, visitId: __, target: ___, ...facts }: AttachEvidence): Captured['facts'] {
  return facts;
}

/** What the person has written of it since they last asked for it is newer than what was refused. */
async function keepUnlessBegun(
  { store, author, nowMs }: Hand,
  key: string,
  value: unknown,
  refused: LoggedCommand,
): Promise<void> {
  const seen = await seenOf(store, refused.base);
  await store.transaction('rw', store.drafts, async () => {
    const begun = await store.drafts.get([author, key]);
    if (isReadable(begun) && !isBlank(begun)) return;
    await store.drafts.put({ account: author, key, value, savedAt: new Date(nowMs).toISOString(), seen });
  });
}

/** Photos that were refused along with the finding they hang on. */
async function photosOf({ store }: Hand, visitId: string, findingId: string): Promise<DraftPhoto[]> {
  const logged = await store.commands.where('visitId').equals(visitId).toArray();
  const photos = logged
    .filter(isReadable)
    .flatMap((command) =>
      command.action === 'evidence.attach' && command.payload.target.id === findingId ? [command] : [],
    );
  const receipts = await store.receipts.bulkGet(photos.map(({ id }) => id));
  return photos
    .filter((_, index) => receipts[index]?.status === 'refused')
    .map(({ payload }) => ({ ...factsOf(payload), evidenceId: uuidV7() }));
}

/** Lays the refused content before the person again where it can be changed; what they hand in is a new command. */
export async function mend(hand: Hand, command: LoggedCommand): Promise<Route> {
  const { visitId } = command;
  switch (command.action) {
    case 'answer.settle':
    case 'answer.set':
      return { name: 'walk', visitId, item: command.payload.itemCode };
    case 'dossier.sample': {
      const { sampleId } = command.payload;
      await keepUnlessBegun(hand, `dossier ${sampleId}`, { ...draftOf(command.payload), visitId }, command);
      return { name: 'dossier', visitId, sampleId };
    }
    case 'finding.raise':
    case 'finding.amend': {
      const { findingId, title, description, severity, legalBasisIds } = command.payload;
      const itemCode = command.action === 'finding.raise' ? (command.payload.itemCode ?? null) : null;
      const photos = await photosOf(hand, visitId, findingId);
      const draft: FindingDraft = { itemCode, title, description, severity, legalBasisIds, photos };
      await keepUnlessBegun(hand, `finding ${visitId} ${findingId}`, draft, command);
      return { name: 'finding', visitId, findingId };
    }
    case 'evidence.attach': {
      const kept = await keptFile(hand.store, hand.author, command.payload.sha256);
      const isMended = (await hand.store.settlements.get(command.id))?.mendedBy != null;
      if (kept && !isMended)
        await attachEvidence(hand, visitId, command.payload.target, {
          bytes: kept.bytes,
          facts: factsOf(command.payload),
        });
      return { name: 'outbox' };
    }
    default:
      return { name: 'overview', visitId };
  }
}
