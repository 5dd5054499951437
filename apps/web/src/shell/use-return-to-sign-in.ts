import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { leaveFor } from '../leave-for.ts';

/**
 * When the session ends under an open page, the sign-in page comes and leads back to the same address. Loaded anew, so that
 * nothing read before is there for whoever signs in next; the address is read once, since going there changes it.
 */
export function useReturnToSignIn(ended: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!ended) return;
    const search = new URLSearchParams({ from: router.state.location.href, notice: 'session-ended' });
    void leaveFor(`/sign-in?${search}`);
  }, [ended, router]);
}
