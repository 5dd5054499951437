import type { AppRouter } from '@kycuong/api/router.ts';
import { callsPerRequest } from '@kycuong/domain/input/calls-per-request.ts';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { askServer } from './ask-server.ts';
import { refusalOf } from './refusal.ts';

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // The session may end while a page is open: asking again brings the sign-in page.
    onError: (error) => {
      if (refusalOf(error)?.key === 'access.not-signed-in')
        void queryClient.invalidateQueries({ queryKey: trpc.access.session.queryKey() });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays a refusal; only a lost connection is worth another try.
      retry: (failures, error) => refusalOf(error) === undefined && failures < 2,
    },
  },
});

/** Options for TanStack Query: `useQuery(trpc.area.verb.queryOptions(input))`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({
  client: createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({ url: '/api/trpc', maxURLLength: 4000, maxItems: callsPerRequest, fetch: askServer }),
    ],
  }),
  queryClient,
});
