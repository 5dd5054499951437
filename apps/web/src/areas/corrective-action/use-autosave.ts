import { dateInVietnam, PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { AnswerContent } from '@kycuong/domain/corrective-action/answer-content.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { formatInstant, formatTime } from '@kycuong/ui/format.ts';
import type { Translate } from '@kycuong/ui/i18n.ts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { trpc } from '../../api.ts';

export type SaveState =
  | { readonly kind: 'none' | 'saving' | 'failed' }
  | { readonly kind: 'saved'; readonly at: string };

const restMs = 1_200;

/** A draft takes what is well-formed: a date half typed is left for later. */
function draftOf({ cause, correction, plan, evidenceIds }: AnswerContent): AnswerContent {
  return {
    cause,
    correction,
    plan: plan.map(({ task, person, dueOn }) => ({
      task,
      person,
      dueOn: PlainDate.safeParse(dueOn).success ? dueOn : null,
    })),
    evidenceIds,
  };
}

/** Saves the draft whenever typing rests; `stop` ends it once the answer is on its way. */
export function useAutosave(actionId: string, values: AnswerContent, savedAt: string | null) {
  const { mutateAsync } = useMutation(trpc.correctiveAction.saveDraft.mutationOptions());
  const [state, setState] = useState<SaveState>(
    savedAt === null ? { kind: 'none' } : { kind: 'saved', at: savedAt },
  );
  const text = JSON.stringify(draftOf(values));
  const kept = useRef(text);
  const stopped = useRef(false);

  useEffect(() => {
    if (text === kept.current) return;
    const rest = setTimeout(async () => {
      if (stopped.current) return;
      setState({ kind: 'saving' });
      try {
        const draft: AnswerContent = JSON.parse(text);
        const { savedAt: at } = await mutateAsync({ id: uuidV7(), payload: { actionId, ...draft } });
        kept.current = text;
        setState({ kind: 'saved', at });
      } catch {
        setState({ kind: 'failed' });
      }
    }, restMs);
    return () => clearTimeout(rest);
  }, [text, actionId, mutateAsync]);

  return {
    state,
    stop: () => {
      stopped.current = true;
    },
  };
}

/** "Đã lưu lúc 09:12, chưa gửi" */
export function savedWords(state: SaveState, t: Translate): string {
  switch (state.kind) {
    case 'saving':
      return t('corrective-action:saving');
    case 'failed':
      return t('corrective-action:not-saved');
    case 'none':
      return t('corrective-action:not-begun');
    default: {
      const today = dateInVietnam(new Date()) === dateInVietnam(new Date(state.at));
      return today
        ? t('corrective-action:saved-at', { time: formatTime(state.at) })
        : t('corrective-action:saved-on', { when: formatInstant(state.at) });
    }
  }
}
