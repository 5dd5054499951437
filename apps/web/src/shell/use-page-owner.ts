import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { letOpenDraftsGo } from '../draft/open-drafts.ts';
import { claimPage, tellSignedInAgain } from '../page-owner.ts';
import { type Account, sessionQuery, useSession } from '../session.ts';
import { hearOtherTabs } from '../signed-out-elsewhere.ts';

interface PageOwner {
  /** Whoever was signed in when the page was opened; null only where that was nobody. */
  readonly account: Account | null;
  /** Their session is over, or somebody else signed in in this browser. */
  readonly ended: boolean;
}

/**
 * Keeps a page its owner's while their session is over, and asks for everything shown once more when they are back, be it
 * through this tab or another.
 */
export function usePageOwner(): PageOwner {
  const { account } = useSession();
  const [owner, setOwner] = useState(account);
  const queries = useQueryClient();
  const router = useRouter();
  const ended = account?.id !== owner?.id;
  if (!ended && account !== owner) setOwner(account);
  if (owner !== null) claimPage(owner.id);

  const ownerId = owner?.id;
  useEffect(
    () =>
      hearOtherTabs((accountId) => {
        if (accountId !== ownerId) return;
        letOpenDraftsGo();
        // Known without asking, so that whoever is back before the answer is seen to have been gone.
        queries.setQueryData(sessionQuery.queryKey, (known) => known && { ...known, account: null });
        void queries.invalidateQueries(sessionQuery);
      }),
    [ownerId, queries],
  );

  const wasEnded = useRef(ended);
  useEffect(() => {
    const back = wasEnded.current && !ended;
    wasEnded.current = ended;
    if (!back) return;
    void queries.invalidateQueries();
    // A page that could not be loaded meanwhile is loaded now.
    void router.invalidate();
    tellSignedInAgain();
  }, [ended, queries, router]);
  return { account: owner, ended };
}
