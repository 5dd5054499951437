import { AnswerDraft } from '@kycuong/domain/corrective-action/save-answer-draft.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { actionQuery } from '../areas/corrective-action/action-query.ts';
import { keptAnswer } from '../areas/corrective-action/kept-answer.ts';
import type { DraftSource } from './draft-source.ts';
import type { LeftPlace } from './send-left-copies.ts';

/** Where the draft of any form lies on the server, without the form. */
export function useDraftServer(): (place: LeftPlace) => Pick<DraftSource, 'load' | 'save'> {
  const queries = useQueryClient();
  const { mutateAsync: save } = useMutation(trpc.draft.save.mutationOptions());
  const { mutateAsync: saveAnswer } = useMutation(trpc.correctiveAction.saveDraft.mutationOptions());
  return ({ form, about }) => {
    if (form !== 'answer')
      return {
        load: () =>
          queries.fetchQuery(trpc.draft.get.queryOptions({ form, about }, { gcTime: 0, staleTime: 0 })),
        save: (id, draft) => save({ id, payload: { form, about, ...draft } }),
      };
    const actionId = about ?? '';
    return {
      load: async () => keptAnswer(await queries.fetchQuery({ ...actionQuery(actionId), staleTime: 0 })),
      save: (id, { version, content }) =>
        saveAnswer({ id, payload: { ...AnswerDraft.parse(content), actionId, version } }),
    };
  };
}
