import { notifyFailed } from '@kycuong/ui/console/notify.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useMutation } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { dropLocalCopies } from '../draft/local-copy.ts';
import { saveOpenDrafts } from '../draft/open-drafts.ts';
import { leaveFor } from '../leave-for.ts';
import { failureText } from '../refusal.ts';

/** Ends the session; the page is loaded anew, so nothing that was read with it stays in memory. */
export function useSignOut(): () => void {
  const { t } = useMessages();
  const { mutateAsync } = useMutation(
    trpc.access.signOut.mutationOptions({
      onSuccess: () => {
        dropLocalCopies();
        return leaveFor('/sign-in?notice=signed-out');
      },
      onError: (error) => notifyFailed(failureText(error, t)),
    }),
  );
  return () =>
    void saveOpenDrafts()
      .then(() => mutateAsync())
      .catch(() => undefined);
}
