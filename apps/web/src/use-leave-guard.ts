import { ask, type Question } from '@kycuong/ui/console/ask.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useBlocker } from '@tanstack/react-router';

/** What of an address the forms of a page hang on: what is opened, what is done to it, which year. The rest filters a list. */
const places = ['open', 'act', 'view', 'year'];

interface Place {
  readonly pathname: string;
  readonly search: object;
}

const isSamePlace = (one: Place, other: Place) =>
  one.pathname === other.pathname &&
  places.every((key) => Reflect.get(one.search, key) === Reflect.get(other.search, key));

/**
 * Asks before the page is left, while `isGuarded`: on every link, on the browser's own ways and when the tab is closed. The answer
 * is a function for the ways out that lead to no other address: whether to go on.
 */
export function useLeaveGuard(
  isGuarded: () => boolean,
  question: Pick<Question, 'title' | 'text'>,
): () => Promise<boolean> {
  const { t } = useMessages();
  const mayLeave = async () =>
    !isGuarded() || (await ask({ ...question, yes: t('shell:leave-page'), no: t('shell:stay-on-page') }));
  useBlocker({
    shouldBlockFn: async ({ current, next }) => !isSamePlace(current, next) && !(await mayLeave()),
    enableBeforeUnload: isGuarded,
  });
  return mayLeave;
}
