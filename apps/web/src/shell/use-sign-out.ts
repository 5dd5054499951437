import { ask } from '@kycuong/ui/console/ask.ts';
import { notifyFailed } from '@kycuong/ui/console/notify.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { dropLocal, localKeysOf } from '../draft/local-copy.ts';
import { isDraftAtRisk, letOpenDraftsGo, saveOpenDrafts } from '../draft/open-drafts.ts';
import { type LeftPlace, sendLeftCopies } from '../draft/send-left-copies.ts';
import { useDraftServer } from '../draft/use-draft-server.ts';
import { leaveFor } from '../leave-for.ts';
import { failureText } from '../refusal.ts';
import { sessionQuery } from '../session.ts';
import { tellOtherTabs } from '../signed-out-elsewhere.ts';

/**
 * Ends the session; the page is loaded anew, so nothing that was read with it stays in memory. What the person has typed goes to
 * the server first; where that fails they are asked, for it goes from the computer with them.
 */
export function useSignOut(): () => void {
  const { t } = useMessages();
  const queries = useQueryClient();
  const serverOf = useDraftServer();
  const { mutateAsync } = useMutation(
    trpc.access.signOut.mutationOptions({
      onError: (error) => notifyFailed(failureText(error, t)),
    }),
  );
  const askAbout = (title: string, text: string) =>
    ask({ title, text, yes: t('draft:sign-out-yes'), no: t('draft:sign-out-no') });
  const askAboutDrafts = (left: readonly LeftPlace[]) => {
    const nameOf = ({ form, about }: LeftPlace) =>
      form === 'words' ? t('draft:of-words', { title: about ?? '' }) : t(`draft:of-${form}`);
    const names = [...new Set(left.map(nameOf))].join(', ');
    return askAbout(t('draft:sign-out-title'), t('draft:sign-out-text', { names }));
  };
  const askAboutText = () => askAbout(t('draft:leave-title'), t('draft:leave-text'));
  const signOut = async () => {
    const session = queries.getQueryData(sessionQuery.queryKey);
    // Also who has a password to set before anything else is open has left copies here.
    const id = session?.account?.id ?? session?.passwordOwner?.accountId;
    await saveOpenDrafts();
    const left = id === undefined ? [] : await sendLeftCopies(id, serverOf);
    if (left.length > 0 && !(await askAboutDrafts(left))) return;
    if (left.length === 0 && isDraftAtRisk() && !(await askAboutText())) return;
    await mutateAsync();
    letOpenDraftsGo();
    if (id !== undefined) {
      for (const key of localKeysOf(id)) dropLocal(key);
      tellOtherTabs(id);
    }
    await leaveFor('/sign-in?notice=signed-out');
  };
  return () => void signOut().catch(() => undefined);
}
