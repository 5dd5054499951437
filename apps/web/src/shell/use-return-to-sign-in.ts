import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';

/** When the session ends under an open page, the sign-in page comes and leads back to the same address. */
export function useReturnToSignIn(ended: boolean): void {
  const navigate = useNavigate();
  const from = useRouterState({ select: (state) => state.location.href });
  useEffect(() => {
    if (ended) void navigate({ to: '/sign-in', search: { from } });
  }, [ended, from, navigate]);
}
