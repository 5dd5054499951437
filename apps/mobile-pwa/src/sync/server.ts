import type { AppRouter } from '@kycuong/api/router.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import type { Pulled } from '@kycuong/domain/sync/pull.ts';
import type { Pushed } from '@kycuong/domain/sync/push.ts';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import { ServerFailure } from './server-failure.ts';
import type { Person } from './store.ts';

/** What the tablet asks of the server. Every call may fail with a `ServerFailure`. */
export interface FieldServer {
  /** Who is signed in; null when nobody is. */
  readonly session: () => Promise<Person | null>;
  /** The demo story is loaded there: its accounts may be shown. */
  readonly isDemo: () => Promise<boolean>;
  readonly signIn: (username: string, password: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly push: (commands: readonly CommandEnvelope[]) => Promise<Pushed>;
  readonly pull: (cursor: string | null) => Promise<Pulled>;
  readonly packet: (visitId: string) => Promise<VisitPacket>;
}

/** A call that hangs longer than this is taken for a dead network. */
const patienceMs = 45_000;

function failureOf(error: unknown): ServerFailure {
  if (!(error instanceof TRPCClientError)) return new ServerFailure('server');
  // Without the server's own form of a failure it was not our server that answered: no network, a login page of a café.
  const { data } = error;
  if (typeof data !== 'object' || data === null) return new ServerFailure('network');
  const { problem } = data;
  const trouble = data.httpStatus === 401 ? 'signed-out' : 'server';
  return new ServerFailure(trouble, problem?.key ?? null, problem?.details ?? {});
}

async function answered<Answer>(
  call: (options: { readonly signal: AbortSignal }) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await call({ signal: AbortSignal.timeout(patienceMs) });
  } catch (error) {
    throw failureOf(error);
  }
}

export function connectServer(): FieldServer {
  const api = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/api/trpc' })] });
  return {
    session: async () => {
      const { account } = await answered((options) => api.access.session.query(undefined, options));
      if (account === null) return null;
      const { id, username, fullName, unit, grants } = account;
      return { id, username, fullName, unitName: unit?.name ?? null, roles: grants.map(({ role }) => role) };
    },
    isDemo: async () => (await answered((options) => api.access.session.query(undefined, options))).demo,
    signIn: async (username, password) => {
      await answered((options) => api.access.signIn.mutate({ username, password }, options));
    },
    signOut: () => answered((options) => api.access.signOut.mutate(undefined, options)),
    push: (commands) => answered((options) => api.sync.push.mutate({ commands }, options)),
    pull: (cursor) => answered((options) => api.sync.pull.query({ cursor }, options)),
    packet: (visitId) => answered((options) => api.sync.packet.query({ visitId }, options)),
  };
}
