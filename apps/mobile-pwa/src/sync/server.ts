import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import type { Pulled } from '@kycuong/domain/sync/pull.ts';
import type { Pushed } from '@kycuong/domain/sync/push.ts';
import type { Person } from './store.ts';

/** What the tablet asks of the server. Every call may fail with a `ServerFailure`. */
export interface FieldServer {
  /** Who is signed in; null when nobody is. */
  readonly session: () => Promise<Person | null>;
  readonly signIn: (username: string, password: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly push: (commands: readonly CommandEnvelope[]) => Promise<Pushed>;
  readonly pull: (cursor: string | null) => Promise<Pulled>;
  readonly packet: (visitId: string) => Promise<VisitPacket>;
}
