import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { trpc } from '../../api.ts';
import { useSignedInAgain } from '../../page-owner.ts';
import { failureText, isSignedOut, refusalOf } from '../../refusal.ts';
import { useAccount } from '../../session.ts';
import { actionQuery, type ShownAction } from './action-query.ts';
import { draftOf, type WrittenAnswer } from './starting-content.ts';

export type Saving =
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly reason: string | null }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'new' };

const restMs = 1200;
const againMs = 10_000;

interface AnswerDraft {
  readonly saving: Saving;
  /** Nothing is saved any more; resolves when what was on its way has arrived. */
  readonly stop: () => Promise<void>;
  /** Saving goes on, after sending was refused. */
  readonly goOn: () => void;
}

/**
 * Keeps the answer as it is typed: one save at a time, when typing rests, when the page is left, and again by itself
 * after a lost connection. The page's own data follows, so that coming back finds the latest words.
 */
export function useAnswerDraft<Values extends WrittenAnswer, Output>(
  action: ShownAction,
  form: UseFormReturn<Values, unknown, Output>,
): AnswerDraft {
  const { t } = useMessages();
  const { fullName } = useAccount();
  const queries = useQueryClient();
  const { mutateAsync } = useMutation(trpc.correctiveAction.saveDraft.mutationOptions());
  const [saving, setSaving] = useState<Saving>(
    action.draft ? { kind: 'saved', at: action.draft.savedAt } : { kind: 'new' },
  );
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const under = useRef<Promise<void>>(Promise.resolve());
  const stopped = useRef(false);
  const dirty = useRef(false);
  const { actionId } = action;

  const save = useCallback(() => {
    clearTimeout(timer.current);
    under.current = under.current.then(async () => {
      if (!dirty.current || stopped.current) return;
      dirty.current = false;
      const content = draftOf(form.getValues());
      setSaving({ kind: 'saving' });
      try {
        const { savedAt } = await mutateAsync({ id: uuidV7(), payload: content });
        queries.setQueryData(actionQuery(actionId).queryKey, (shown) =>
          shown ? { ...shown, draft: { content, savedBy: fullName, savedAt } } : shown,
        );
        setSaving({ kind: 'saved', at: savedAt });
      } catch (error) {
        dirty.current = true;
        const refused = refusalOf(error) !== undefined && !isSignedOut(error);
        setSaving({ kind: 'failed', reason: refused ? failureText(error, t) : null });
        // A refusal would be repeated word for word; only a lost connection is tried again.
        if (!refused) timer.current = setTimeout(save, againMs);
      }
    });
    return under.current;
  }, [actionId, form, fullName, mutateAsync, queries, t]);

  useEffect(() => {
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        dirty.current = true;
        clearTimeout(timer.current);
        if (!stopped.current) timer.current = setTimeout(save, restMs);
      },
    });
    const leave = () => {
      if (document.visibilityState === 'hidden') void save();
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', leave);
      void save();
    };
  }, [form, save]);

  useSignedInAgain(save);

  return {
    saving,
    stop: () => {
      stopped.current = true;
      clearTimeout(timer.current);
      return under.current;
    },
    goOn: () => {
      stopped.current = false;
      void save();
    },
  };
}
