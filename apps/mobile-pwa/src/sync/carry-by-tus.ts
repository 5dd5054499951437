import { inFittingPieces } from '@kycuong/domain/network/fitting-pieces.ts';
import { pathLimit } from '@kycuong/domain/network/path-limit.ts';
import { troubleOfStatus } from '@kycuong/domain/network/trouble-of-status.ts';
import { DetailedError, Upload as TusUpload } from 'tus-js-client';
import type { ContactSigner } from '../device/contact-signer.ts';
import { retryAfterMs, troubleOfRefusal } from './read-answer.ts';
import { ServerFailure, troubleOf } from './server-failure.ts';
import type { Carry } from './uploader.ts';

function failureOf(error: Error): ServerFailure {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  const status = answer?.getStatus() ?? 0;
  if (!answer || status === 0) return new ServerFailure('network');
  const wait = { retryAfterMs: retryAfterMs(answer.getHeader('retry-after'), Date.now()) };
  // Every answer of our upload bears it, whatever it says; another page does not.
  const isOurs = answer.getHeader('tus-resumable') !== undefined;
  return new ServerFailure(isOurs ? troubleOfRefusal(status, null) : troubleOfStatus(status), wait);
}

type Signer = Pick<ContactSigner, 'headers'>;

/** One try with pieces of one size. */
function carryPieces(signer: Signer, chunkSize: number, ...[upload, blob, report]: Parameters<Carry>) {
  return new Promise<void>((resolve, reject) => {
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
      },
      onUploadUrlAvailable: () => {
        if (tus.url !== null) report.address(tus.url);
      },
      onChunkComplete: (_, accepted) => report.sent(accepted),
      onError: (error) => reject(failureOf(error)),
      onSuccess: () => resolve(),
    });
    tus.start();
  });
}

/**
 * Resumable upload in chunks, each request signed by the device. Our own rounds do the waiting, so the library's retries
 * are off.
 */
export const carryByTus =
  (signer: Signer): Carry =>
  (upload, blob, report) => {
    let { address } = upload;
    const noted = {
      ...report,
      address: (at: string) => {
        address = at;
        report.address(at);
      },
    };
    return inFittingPieces(pathLimit, {
      size: blob.size,
      carry: (chunkSize) => carryPieces(signer, chunkSize, { ...upload, address }, blob, noted),
      wasTooLarge: upload.trouble === 'too-large',
      isTooLarge: (error) => troubleOf(error) === 'too-large',
    });
  };
