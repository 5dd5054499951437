import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context } from '@kycuong/api/context.ts';
import { diskStore } from '@kycuong/api/evidence/store.ts';
import { handIn } from '@kycuong/api/sync/hand-in.ts';
import { findVoucher } from '@kycuong/api/sync/prove-parcel.ts';
import { countUse } from '@kycuong/api/usage/count-use.ts';
import { holdersOf } from '@kycuong/api/usage/holders-of.ts';
import type { Ground, Request } from '@kycuong/api/work.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import { parcelMediaType } from '@kycuong/domain/sync/parcel.ts';
import { parcelKeysHeader } from '@kycuong/domain/sync/parcel-keys-text.ts';
import type { ParcelKeys } from '@kycuong/domain/sync/parcel-seal.ts';
import type { WebKey } from '@kycuong/domain/sync/web-key.ts';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { sendFailure } from '../evidence/failure.ts';
import type { Room } from '../evidence/free-room.ts';
import { fileSource } from './file-source.ts';
import { keepOrClear, requireParcelSize, stageParcel } from './parcel-folder.ts';
import { readParcelKeys } from './parcel-keys.ts';
import { inStartHall } from './start-hall.ts';
import { type Started, takeStart } from './take-start.ts';

export interface ParcelSetting {
  readonly ground: Ground;
  readonly createContext: (exchange: { req: FastifyRequest; res: FastifyReply }) => Promise<Context>;
  readonly evidenceFolder: string;
  /** Parcels on their way in, and those of which something is not taken in. */
  readonly folder: string;
  readonly room: Room;
  readonly recovery?: ((id: string) => Promise<WebKey | undefined>) | undefined;
}

interface Sender {
  /** The account, or the device by itself. */
  readonly id: string;
  readonly request: Request | undefined;
}

interface HandingIn extends Pick<Sender, 'request'> {
  readonly keys: ParcelKeys | undefined;
}

interface TakingIn {
  readonly sender: Sender;
  /** On whom its bytes count. */
  readonly subjects: readonly string[];
  readonly keys: ParcelKeys | undefined;
}

const declaredLength = ({ headers }: FastifyRequest) =>
  headers['content-length'] === undefined ? undefined : Number(headers['content-length']);

/**
 * `POST /`: a sealed parcel as the body. From a signed-in person, or from a registered device that signed the contact:
 * a locked tablet gives its log away without anybody's sign-in. Its start is looked at first, and the rest is taken only
 * from who vouches for it, within the day's quota, and while there is room.
 */
export function parcelPlugin(setting: ParcelSetting): FastifyPluginAsync {
  const { ground, createContext, folder, room } = setting;
  const store = diskStore(setting.evidenceFolder);
  const handInStaged = async (staged: string, { request, keys }: HandingIn): Promise<HandedIn> => {
    const file = await open(staged, 'r');
    try {
      const source = await fileSource(file);
      return await handIn(ground, request, { source, store, keys, recovery: setting.recovery });
    } catch (error) {
      await rm(staged, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  };
  const takeIn = async (started: Started, { sender, subjects, keys }: TakingIn): Promise<HandedIn> => {
    const { parcel, length: bytes } = started;
    const { request, id } = sender;
    const takeOff = await countUse(ground, { kind: 'parcel', subjects, bytes, number: 0 });
    let isKept = false;
    try {
      const staged = await stageParcel(folder, started);
      const answer = await handInStaged(staged, { request, keys });
      isKept = await keepOrClear(folder, staged, { parcel, answer, sender: id });
      return answer;
    } finally {
      if (!isKept) await takeOff();
    }
  };
  return async (scope) => {
    const senders = new WeakMap<FastifyRequest, Sender>();
    scope.setErrorHandler(sendFailure);
    scope.addContentTypeParser(parcelMediaType, (_req, body, done) => done(null, body));
    // Before the body: strangers cannot make the server take in gigabytes.
    scope.addHook('onRequest', async (req, res) => {
      const { signedIn, signedBy } = await createContext({ req, res });
      if (signedIn === undefined && signedBy === null)
        throw new DomainError('unauthenticated', 'access.not-signed-in');
      const person = signedIn && { kind: 'person' as const, accountId: signedIn.accountId };
      const id = signedIn?.accountId ?? signedBy ?? '';
      senders.set(req, { id, request: person && { ground, caller: person, signedBy } });
    });
    scope.post('/', async (req): Promise<HandedIn> => {
      if (!(req.body instanceof Readable)) throw new DomainError('invalid', 'parcel.not-a-parcel');
      const header = req.headers[parcelKeysHeader];
      const keys = readParcelKeys(typeof header === 'string' ? header : undefined);
      const sender = senders.get(req);
      if (sender === undefined) throw new Error('a parcel that was not let in');
      const { body } = req;
      const { request, id } = sender;
      const subjects = request === undefined ? await holdersOf(ground, id) : [id];
      const started = await inStartHall(subjects, async () => {
        // What is refused at its start counts too.
        await countUse(ground, { kind: 'parcel', subjects, bytes: 0 });
        return takeStart(body, declaredLength(req));
      });
      const { parcel, length } = started;
      requireParcelSize(length);
      const { signed } = await findVoucher(ground, parcel);
      if (request === undefined && !signed) throw new DomainError('unauthenticated', 'access.not-signed-in');
      // Its photos lie beside it for a while before it goes.
      const letGo = await room.reserve(2 * length);
      try {
        return await takeIn(started, { sender, subjects, keys });
      } finally {
        letGo();
      }
    });
  };
}
