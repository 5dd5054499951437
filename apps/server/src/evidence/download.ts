import { findReceived } from '@kycuong/api/evidence/find-received.ts';
import type { EvidenceStore } from '@kycuong/api/evidence/store.ts';
import { ask } from '@kycuong/api/query.ts';
import type { Ground } from '@kycuong/api/work.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FindCaller } from './find-caller.ts';
import type { Renditions } from './renditions.ts';

interface DownloadSetting {
  readonly ground: Ground;
  readonly store: EvidenceStore;
  readonly renditions: Renditions;
  readonly findCaller: FindCaller;
}

type One = FastifyRequest<{ Params: { id: string } }>;

/** What somebody has uploaded is never run, framed or guessed at, whatever is in it. */
function guarded(res: FastifyReply): FastifyReply {
  return res
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin');
}

const attachment = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

/** The row fence decides who may have it. */
export function addDownload(scope: FastifyInstance, setting: DownloadSetting): void {
  const { ground, store, renditions, findCaller } = setting;
  const find = async (req: One, res: FastifyReply) => {
    const caller = await findCaller(req, res);
    const one = await ask(findReceived, { ground, caller }, { evidenceId: req.params.id });
    // Received by a server that keeps its bytes in another folder, or lost.
    if (!(await store.has(one.sha256))) throw new DomainError('not-found', 'evidence.bytes-missing');
    return one;
  };

  scope.get('/:id', async (req: One, res) => {
    const { sha256, size, mediaType, name } = await find(req, res);
    return guarded(res)
      .type(mediaType)
      .header('content-length', size)
      .header('content-disposition', attachment(name))
      .header('cache-control', 'private, no-store')
      .send(store.open(sha256));
  });

  for (const kind of ['image', 'thumbnail'] as const)
    scope.get(`/:id/${kind}`, async (req: One, res) => {
      const { sha256 } = await find(req, res);
      const picture = await renditions.get(kind, sha256);
      return guarded(res).type('image/jpeg').header('content-disposition', 'inline').send(picture);
    });
}
