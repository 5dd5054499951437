import { AnswerDraft } from '@kycuong/domain/corrective-action/save-answer-draft.ts';
import { useMutation } from '@tanstack/react-query';
import { server, trpc } from '../api.ts';
import { keptAnswer } from '../areas/corrective-action/kept-answer.ts';
import type { DraftSource } from './draft-source.ts';
import type { ServerPlace } from './send-left-copies.ts';

/**
 * Where the draft of any form lies on the server, without the form. It is read past what the page has asked for: without a network
 * that waits, and the person who signs out would not be told.
 */
export function useDraftServer(): (place: ServerPlace) => Pick<DraftSource, 'load' | 'save'> {
  const { mutateAsync: save } = useMutation(trpc.draft.save.mutationOptions());
  const { mutateAsync: saveAnswer } = useMutation(trpc.correctiveAction.saveDraft.mutationOptions());
  return ({ form, about }) => {
    if (form !== 'answer')
      return {
        load: () => server.draft.get.query({ form, about }),
        save: (id, draft) => save({ id, payload: { form, about, ...draft } }),
      };
    const actionId = about ?? '';
    return {
      load: async () => keptAnswer(await server.correctiveAction.get.query({ actionId })),
      save: (id, { version, content }) =>
        saveAnswer({ id, payload: { ...AnswerDraft.parse(content), actionId, version } }),
    };
  };
}
