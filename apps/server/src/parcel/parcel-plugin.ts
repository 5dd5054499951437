import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context } from '@kycuong/api/context.ts';
import { diskStore } from '@kycuong/api/evidence/store.ts';
import { handIn } from '@kycuong/api/sync/hand-in.ts';
import type { Ground, Request } from '@kycuong/api/work.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import { parcelMediaType } from '@kycuong/domain/sync/parcel.ts';
import { parcelKeysHeader } from '@kycuong/domain/sync/parcel-keys-text.ts';
import type { WebKey } from '@kycuong/domain/sync/web-key.ts';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { sendFailure } from '../evidence/failure.ts';
import { fileSource } from './file-source.ts';
import { keepOrClear, stageParcel } from './parcel-folder.ts';
import { readParcelKeys } from './parcel-keys.ts';

export interface ParcelSetting {
  readonly ground: Ground;
  readonly createContext: (exchange: { req: FastifyRequest; res: FastifyReply }) => Promise<Context>;
  readonly evidenceFolder: string;
  /** Parcels on their way in, and those of which something is not taken in. */
  readonly folder: string;
  readonly recovery?: ((id: string) => Promise<WebKey | undefined>) | undefined;
}

/**
 * `POST /`: a sealed parcel as the body. From a signed-in person, or from a registered device that signed the contact:
 * a locked tablet gives its log away without anybody's sign-in.
 */
export function parcelPlugin(setting: ParcelSetting): FastifyPluginAsync {
  const { ground, createContext, folder } = setting;
  const store = diskStore(setting.evidenceFolder);
  return async (scope) => {
    const senders = new WeakMap<FastifyRequest, Request | undefined>();
    scope.setErrorHandler(sendFailure);
    scope.addContentTypeParser(parcelMediaType, (_req, body, done) => done(null, body));
    // Before the body: strangers cannot make the server take in gigabytes.
    scope.addHook('onRequest', async (req, res) => {
      const { signedIn, signedBy } = await createContext({ req, res });
      if (signedIn === undefined && signedBy === null)
        throw new DomainError('unauthenticated', 'access.not-signed-in');
      const person = signedIn && { kind: 'person' as const, accountId: signedIn.accountId };
      senders.set(req, person && { ground, caller: person, signedBy });
    });
    scope.post('/', async (req): Promise<HandedIn> => {
      if (!(req.body instanceof Readable)) throw new DomainError('invalid', 'parcel.not-a-parcel');
      const header = req.headers[parcelKeysHeader];
      const keys = readParcelKeys(typeof header === 'string' ? header : undefined);
      const staged = await stageParcel(folder, req.body);
      const file = await open(staged, 'r');
      try {
        const source = await fileSource(file);
        const given = { source, store, keys, recovery: setting.recovery };
        const answer = await handIn(ground, senders.get(req), given);
        await keepOrClear(folder, staged, answer);
        return answer;
      } finally {
        await file.close();
        await rm(staged, { force: true });
      }
    });
  };
}
