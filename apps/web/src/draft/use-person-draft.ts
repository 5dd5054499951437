import type { DraftForm } from '@kycuong/domain/draft/draft-form.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { asAnAct } from '../as-an-act.ts';
import { useAccount } from '../session.ts';
import { noteBegun } from './begun-drafts.ts';
import type { DraftSource } from './draft-source.ts';
import { openCopies } from './open-copies.ts';
import { startingDraft } from './starting-draft.ts';
import type { BegunDraft } from './use-draft.ts';

/** What this person has begun in a form: their own draft, at whichever desk they sit. `about`: the thing it is of, if there is one. */
export function usePersonDraft(form: DraftForm, about: string | null): BegunDraft {
  const { id } = useAccount();
  const queries = useQueryClient();
  const place = { form, about };
  // Not kept beyond the page: the next time it is asked for anew.
  const options = trpc.draft.get.queryOptions(place, { gcTime: 0 });
  const { data: kept } = useSuspenseQuery(options);
  const { mutateAsync: save } = useMutation(trpc.draft.save.mutationOptions());
  const { mutateAsync: discard } = useMutation(trpc.draft.discard.mutationOptions());
  const [begun] = useState((): BegunDraft => {
    const { key, own, others } = openCopies([id, form, about ?? ''].join(':'), kept);
    const source: DraftSource = {
      key,
      kept,
      save: (commandId, draft) => save({ id: commandId, payload: { ...place, ...draft } }),
      load: () => queries.fetchQuery({ ...options, ...asAnAct }),
      discard: async (draft) => {
        await discard({ id: uuidV7(), payload: draft });
      },
      show: (draft) => queries.setQueryData(options.queryKey, draft),
    };
    noteBegun(source);
    return { source, start: startingDraft(kept, own), others };
  });
  return begun;
}
