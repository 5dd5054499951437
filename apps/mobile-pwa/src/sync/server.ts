import type { AppRouter } from '@kycuong/api/router.ts';
import type { ContactReport } from '@kycuong/domain/device/contact-report.ts';
import type { RegisterDevice, RegisteredDevice } from '@kycuong/domain/device/register-device.ts';
import type { ReportWipe } from '@kycuong/domain/device/wipe-order.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import type { Pulled } from '@kycuong/domain/sync/pull.ts';
import type { Pushed } from '@kycuong/domain/sync/push.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import type { RecoveryKey } from '@kycuong/domain/sync/recovery-key.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import type { ContactSigner } from '../device/contact-signer.ts';
import type { DeviceAnswer } from '../device/wipe.ts';
import { patienceMs } from './patience.ts';
import { readAnswer } from './read-answer.ts';
import { ServerFailure } from './server-failure.ts';
import type { Person } from './store.ts';

/** What the tablet asks of the server. Every call may fail with a `ServerFailure`. */
export interface Hello {
  readonly person: Person | null;
  /** What the server says to this device; null: it did not take the contact for this device's. */
  readonly device: DeviceAnswer;
}

/** What comes after a right password, before anything is open. */
export interface SignInSteps {
  /** It was given: another one is to be set. */
  readonly passwordToSet: boolean;
  readonly codeToEnter: boolean;
  readonly factorToEnrol: boolean;
}

export interface FieldServer {
  /** One question for the start of a round: who is signed in, and is there an order for this device. */
  readonly hello: () => Promise<Hello>;
  /** Who is signed in; null when nobody is. */
  readonly session: () => Promise<Person | null>;
  /** The demo story is loaded there: its accounts may be shown. */
  readonly isDemo: () => Promise<boolean>;
  readonly signIn: (username: string, password: string) => Promise<SignInSteps>;
  /** The second step of a sign-in. @throws ServerFailure */
  readonly enterCode: (code: string) => Promise<unknown>;
  readonly setPassword: (current: string, next: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  readonly push: (commands: readonly CommandEnvelope[]) => Promise<Pushed>;
  readonly pull: (cursor: string | null, contact?: ContactReport) => Promise<Pulled>;
  readonly register: (device: RegisterDevice) => Promise<RegisteredDevice>;
  /** `refused`: the server heard it and would not have it, now. */
  readonly reportWipe: (id: string, report: ReportWipe) => Promise<'taken' | 'refused'>;
  /** The public half of the province's recovery pair; null: none was made. */
  readonly recoveryKey: () => Promise<RecoveryKey | null>;
  /** Which attachments the server holds, with the hash of each. What the person may not see is left out. */
  readonly evidenceStates: (
    ids: readonly string[],
  ) => Promise<readonly { readonly id: string; readonly status: string; readonly sha256: string }[]>;
  readonly packet: (visitId: string) => Promise<VisitPacket>;
  /** How much waits for this person's decision as leader, by visit. */
  readonly quarantineCounts: () => Promise<readonly { visitId: string; count: number }[]>;
}

/** The first question of a round, whose answer is small: a proxy's own password box holds it up as long as nobody answers. */
const firstPatienceMs = 20_000;

function failureOf(error: unknown): ServerFailure {
  if (!(error instanceof TRPCClientError)) return new ServerFailure('server');
  return error.cause instanceof ServerFailure ? error.cause : new ServerFailure('network');
}

/** What of an answer has to be there; where it is not, the rest of it did not come through. */
interface Expected<Answer> {
  readonly isWhole?: (answer: Partial<NonNullable<Answer>>) => boolean;
  readonly waitMs?: number;
}

async function answered<Answer>(
  call: (options: { readonly signal: AbortSignal }) => Promise<Answer>,
  { isWhole, waitMs = patienceMs }: Expected<Answer> = {},
): Promise<Answer> {
  let answer: Answer;
  try {
    answer = await call({ signal: AbortSignal.timeout(waitMs) });
  } catch (error) {
    throw failureOf(error);
  }
  if (isWhole && !isWhole(answer ?? {})) throw new ServerFailure('cut');
  return answer;
}

export function connectServer(signer: Pick<ContactSigner, 'fetch'>): FieldServer {
  const ask = async (address: RequestInfo | URL, asking: Parameters<ContactSigner['fetch']>[1]) => {
    const json = await readAnswer(await signer.fetch(address, asking), asking?.signal);
    // JSON all the same, and not what our server writes: something else answered.
    if (typeof json !== 'object' || json === null || !('result' in json)) throw new ServerFailure('portal');
    return { ok: true, json: async () => json };
  };
  const api = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/api/trpc', fetch: ask })] });
  const hello = async (): Promise<Hello> => {
    const answer = await answered((options) => api.access.session.query(undefined, options), {
      isWhole: ({ account }) => account !== undefined,
      waitMs: firstPatienceMs,
    });
    const { account } = answer;
    // A server of an earlier version says nothing of devices.
    const device = answer.device ?? null;
    if (account === null) return { person: null, device };
    const { id, username, fullName, unit, grants } = account;
    const roles = grants.map(({ role }) => role);
    return { person: { id, username, fullName, unitName: unit?.name ?? null, roles }, device };
  };
  return {
    hello,
    session: async () => (await hello()).person,
    isDemo: async () => (await answered((options) => api.access.session.query(undefined, options))).demo,
    signIn: async (username, password) => {
      const entered = await answered((options) => api.access.signIn.mutate({ username, password }, options));
      // A server of an earlier version does not ask for it.
      return {
        passwordToSet: entered.passwordToSet ?? false,
        codeToEnter: entered.codeToEnter ?? false,
        factorToEnrol: entered.factorToEnrol ?? false,
      };
    },
    enterCode: (code) => answered((options) => api.access.enterCode.mutate({ code }, options)),
    setPassword: (current, next) =>
      answered((options) =>
        api.access.changePassword.mutate({ id: uuidV7(), payload: { current, next } }, options),
      ),
    signOut: () => answered((options) => api.access.signOut.mutate(undefined, options)),
    push: (commands) =>
      answered((options) => api.sync.push.mutate({ commands }, options), {
        isWhole: ({ receipts, serverTime }) => Array.isArray(receipts) && typeof serverTime === 'string',
      }),
    pull: (cursor, contact) =>
      answered((options) => api.sync.pull.query({ cursor, ...(contact && { contact }) }, options), {
        isWhole: ({ changes, cursor }) => Array.isArray(changes) && typeof cursor === 'string',
      }),
    register: (payload) =>
      answered((options) => api.device.register.mutate({ id: uuidV7(), payload }, options), {
        isWhole: ({ orderKey }) => orderKey !== undefined,
      }),
    reportWipe: async (id, payload) => {
      const text = await answered((options) => api.device.reportWipe.mutate({ id, payload }, options), {
        isWhole: (said) => typeof said === 'string',
      });
      const { status, reason } = Receipt.parse(JSON.parse(text));
      // Reported before, or an order that a restored server no longer knows: nothing more can be told.
      const isTold = reason?.key === 'device.wiped' || reason?.key === 'record.not-found';
      return status === 'applied' || isTold ? 'taken' : 'refused';
    },
    recoveryKey: async () => {
      const key = await answered((options) => api.sync.recoveryKey.query(undefined, options));
      if (key !== null && typeof key?.publicKey !== 'string') throw new ServerFailure('cut');
      return key;
    },
    evidenceStates: (ids) =>
      answered((options) => api.evidence.states.query({ ids: [...ids] }, options), {
        isWhole: Array.isArray,
      }),
    quarantineCounts: () =>
      answered((options) => api.sync.quarantineCounts.query({}, options), { isWhole: Array.isArray }),
    packet: (visitId) =>
      answered((options) => api.sync.packet.query({ visitId }, options), {
        isWhole: ({ visitId, commands }) => typeof visitId === 'string' && Array.isArray(commands),
      }),
  };
}
