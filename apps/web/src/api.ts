import type { AppRouter } from '@kycuong/api/router.ts';
import { callsPerRequest } from '@kycuong/domain/input/calls-per-request.ts';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { askServer } from './ask-server.ts';
import { ownerHeaders } from './page-owner.ts';
import { isSignedOut, refusalOf } from './refusal.ts';

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteSignedOut }),
  mutationCache: new MutationCache({ onError: noteSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays a refusal; only a lost connection is worth another try.
      retry: (failures, error) => refusalOf(error) === undefined && failures < 2,
    },
    // Without a network an act fails at once, and is said to: it does not wait to happen by itself later.
    mutations: { networkMode: 'always' },
  },
});

/** For what is asked in the course of an act, and neither shown nor kept. */
export const server = createTRPCClient<AppRouter>({
  links: [
    httpBatchLink({
      url: '/api/trpc',
      maxURLLength: 4000,
      maxItems: callsPerRequest,
      headers: ownerHeaders,
      fetch: askServer,
    }),
  ],
});

/** Options for TanStack Query: `useQuery(trpc.area.verb.queryOptions(input))`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: server, queryClient });

/** The session may end while a page is open: asking again brings the sign-in over it. */
function noteSignedOut(error: unknown): void {
  if (isSignedOut(error)) askWhoIsIn();
}

/** Also for what goes other ways than these calls: the bytes of files. */
export function askWhoIsIn(): void {
  void queryClient.invalidateQueries({ queryKey: trpc.access.session.queryKey() });
}
