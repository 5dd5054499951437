import { ask, type Question } from '@kycuong/ui/console/ask.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useBlocker } from '@tanstack/react-router';

/**
 * Asks before the page is left, while `guarded`: on every link, on the browser's own ways and when the tab is closed. The answer
 * is a function for the ways out that lead to no other address: whether to go on.
 */
export function useLeaveGuard(
  guarded: boolean,
  question: Pick<Question, 'title' | 'text'>,
): () => Promise<boolean> {
  const { t } = useMessages();
  const mayLeave = async () =>
    !guarded || (await ask({ ...question, yes: t('shell:leave-page'), no: t('shell:stay-on-page') }));
  useBlocker({ shouldBlockFn: async () => !(await mayLeave()), enableBeforeUnload: guarded });
  return mayLeave;
}
