import { AnswerDraft } from '@kycuong/domain/corrective-action/save-answer-draft.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../api.ts';
import { asAnAct } from '../../as-an-act.ts';
import { noteBegun } from '../../draft/begun-drafts.ts';
import { openCopies } from '../../draft/open-copies.ts';
import { startingDraft } from '../../draft/starting-draft.ts';
import type { BegunDraft } from '../../draft/use-draft.ts';
import { useAccount } from '../../session.ts';
import { actionQuery, type ShownAction } from './action-query.ts';
import { keptAnswer } from './kept-answer.ts';
import { draftOf, writtenOf } from './starting-content.ts';

/** The unit's draft of its answer: one for all who may write it. The page's own data follows, so that coming back finds the latest words. */
export function useAnswerDraft({ actionId, draft }: ShownAction): BegunDraft {
  const { id, fullName } = useAccount();
  const queries = useQueryClient();
  const { mutateAsync } = useMutation(trpc.correctiveAction.saveDraft.mutationOptions());
  const query = actionQuery(actionId);
  const [begun] = useState((): BegunDraft => {
    const kept = keptAnswer({ actionId, draft });
    const { key, own, others } = openCopies(`${id}:answer:${actionId}`, kept);
    noteBegun({ key, kept });
    return {
      source: {
        key,
        draftId: actionId,
        kept,
        save: (commandId, { version, content }) =>
          mutateAsync({ id: commandId, payload: { ...AnswerDraft.parse(content), actionId, version } }),
        load: async () => keptAnswer(await queries.fetchQuery({ ...query, ...asAnAct })),
        show: (shown) => {
          if (shown === null) return;
          const { version, savedAt } = shown;
          const content = draftOf(writtenOf(actionId, AnswerDraft.parse(shown.content)));
          queries.setQueryData(query.queryKey, (action) =>
            action ? { ...action, draft: { version, content, savedBy: fullName, savedAt } } : action,
          );
        },
      },
      start: startingDraft(kept, own),
      others,
    };
  });
  return begun;
}
