import { notifyFailed } from '@kycuong/ui/console/notify.tsx';
import { useMessages } from '@kycuong/ui/i18n.ts';
import { useMutation } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { leaveFor } from '../leave-for.ts';
import { failureText } from '../refusal.ts';

/** Ends the session; the page is loaded anew, so nothing that was read with it stays in memory. */
export function useSignOut(): () => void {
  const { t } = useMessages();
  const { mutate } = useMutation(
    trpc.access.signOut.mutationOptions({
      onSuccess: () => leaveFor('/sign-in?notice=signed-out'),
      onError: (error) => notifyFailed(failureText(error, t)),
    }),
  );
  return () => mutate();
}
