import { inFittingPieces } from '@kycuong/domain/network/fitting-pieces.ts';
import { newPathLimit, type PathLimit, pathLimit } from '@kycuong/domain/network/path-limit.ts';
import { DetailedError, Upload as TusUpload } from 'tus-js-client';
import type { ContactSigner } from '../device/contact-signer.ts';
import { patienceMs } from './patience.ts';
import { readAnswer, retryAfterMs, troubleOfRefusal } from './read-answer.ts';
import { ServerFailure, troubleOf } from './server-failure.ts';
import type { Carry } from './uploader.ts';

/** Who answered, and what it means: the upload itself bears a mark, the door before it speaks as to every other request. */
async function failureOf(error: Error): Promise<ServerFailure> {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  const status = answer?.getStatus() ?? 0;
  if (!answer || status === 0) return new ServerFailure('network');
  const headers = { get: (name: string) => answer.getHeader(name) ?? null };
  if (headers.get('tus-resumable') !== null) {
    const wait = { retryAfterMs: retryAfterMs(headers.get('retry-after'), Date.now()) };
    return new ServerFailure(troubleOfRefusal(status, null), wait);
  }
  const ok = status >= 200 && status < 300;
  const said = readAnswer({ status, ok, headers, text: async () => answer.getBody() });
  return said.then(
    () => new ServerFailure('portal'),
    (failure: unknown) => (failure instanceof ServerFailure ? failure : new ServerFailure('server')),
  );
}

/**
 * What stalled, for this page. The browser counts as gone what it has handed to the system, where it may go on moving
 * unseen for longer than anybody waits: smaller pieces are answered sooner.
 */
const pagePace = newPathLimit();
/** A piece that no living link takes longer for. */
const smallEnough = 64 * 1024;

interface Ground {
  readonly signer: Pick<ContactSigner, 'headers'>;
  readonly pace: PathLimit;
}

/** One try with pieces of one size; given up when nothing moves, however long it takes that moves. */
function carryPieces(
  { signer, pace }: Ground,
  chunkSize: number,
  ...[upload, blob, report]: Parameters<Carry>
) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const moved = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      void tus.abort();
      const sent = Math.min(chunkSize, blob.size);
      if (sent > smallEnough) pace.refused(sent);
      reject(new ServerFailure('network'));
    }, patienceMs);
  };
  const tus = new TusUpload(blob, {
    endpoint: '/api/evidence/upload',
    chunkSize,
    // The first chunk goes with the request that begins the upload: most photos need no other.
    uploadDataDuringCreation: true,
    retryDelays: null,
    storeFingerprintForResuming: false,
    uploadUrl: upload.address,
    metadata: { evidenceId: upload.evidenceId },
    onBeforeRequest: async (request) => {
      const signed = await signer.headers(request.getMethod(), request.getURL());
      for (const [name, value] of Object.entries(signed)) request.setHeader(name, value);
      moved();
    },
    onUploadUrlAvailable: () => {
      if (tus.url !== null) report.address(tus.url);
    },
    onProgress: moved,
    onChunkComplete: (_, accepted) => report.sent(accepted),
    onError: (error) => void failureOf(error).then(reject),
    onSuccess: () => resolve(),
  });
  tus.start();
  return promise.finally(() => clearTimeout(waiting));
}

/**
 * Resumable upload in chunks, each request signed by the device. Our own rounds do the waiting, so the library's retries
 * are off.
 */
export const carryByTus =
  (signer: Ground['signer'], pace = pagePace): Carry =>
  (upload, blob, report) => {
    let { address } = upload;
    const noted = {
      ...report,
      address: (at: string) => {
        address = at;
        report.address(at);
      },
    };
    const way: PathLimit = {
      most: (ceiling) => Math.min(pathLimit.most(ceiling), pace.most(ceiling)),
      refused: pathLimit.refused,
    };
    return inFittingPieces(way, {
      size: blob.size,
      carry: (chunkSize) => carryPieces({ signer, pace }, chunkSize, { ...upload, address }, blob, noted),
      wasTooLarge: upload.trouble === 'too-large',
      isTooLarge: (error) => troubleOf(error) === 'too-large',
    });
  };
