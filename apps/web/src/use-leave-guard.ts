import { useBlocker } from '@tanstack/react-router';

/**
 * Asks before the page is left, while `guarded`: on every link, on the browser's own ways and when the tab is closed. The answer
 * is a function for the ways out that lead to no other address: whether to go on.
 */
export function useLeaveGuard(guarded: boolean, question: string): () => boolean {
  const mayLeave = () => !guarded || window.confirm(question);
  useBlocker({ shouldBlockFn: () => !mayLeave(), enableBeforeUnload: guarded });
  return mayLeave;
}
