import { join } from 'node:path';
import type { Context } from '@kycuong/api/context.ts';
import { diskStore } from '@kycuong/api/evidence/store.ts';
import type { Ground } from '@kycuong/api/work.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { addDownload } from './download.ts';
import { sendFailure } from './failure.ts';
import type { FindCaller } from './find-caller.ts';
import type { Room } from './free-room.ts';
import { renditionsIn } from './renditions.ts';
import { addUpload } from './upload.ts';

export interface EvidenceSetting {
  readonly ground: Ground;
  readonly createContext: (exchange: { req: FastifyRequest; res: FastifyReply }) => Promise<Context>;
  /** The value of a request's session cookie. */
  readonly cookieOf: (req: FastifyRequest) => string | undefined;
  /** Keeps received bytes in `store`, those under way in `staging`, pictures drawn from them in `renditions`. Made when first needed. */
  readonly folder: string;
  readonly room: Room;
}

/** Photos and files: resumable upload on a ticket at `/upload`, download at `/:id`, smaller pictures at `/:id/image`, `/:id/thumbnail`. */
export function evidencePlugin(setting: EvidenceSetting): FastifyPluginAsync {
  const { ground, createContext, cookieOf, folder, room } = setting;
  const store = diskStore(folder);
  const findCaller: FindCaller = async (req, res) => {
    const { signedIn } = await createContext({ req, res });
    if (signedIn === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in');
    return { kind: 'person', accountId: signedIn.accountId };
  };
  return async (scope) => {
    scope.setErrorHandler(sendFailure);
    addUpload(scope, { ground, store, findCaller, cookieOf, staging: join(folder, 'staging'), room });
    const renditions = renditionsIn(join(folder, 'renditions'), store);
    addDownload(scope, { ground, store, renditions, findCaller });
  };
}
