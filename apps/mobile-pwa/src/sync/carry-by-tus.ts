import { DetailedError, Upload as TusUpload } from 'tus-js-client';
import { ServerFailure } from './server-failure.ts';
import type { Carry } from './uploader.ts';
import { chunkBytes } from './uploader.ts';

function failureOf(error: Error): ServerFailure {
  const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
  if (status === 0) return new ServerFailure('network');
  return new ServerFailure(status === 401 ? 'signed-out' : 'server');
}

/** Resumable upload in chunks. Our own rounds do the waiting, so the library's retries are off. */
export const carryByTus: Carry = (upload, blob, report) =>
  new Promise((resolve, reject) => {
    const tus = new TusUpload(blob, {
      endpoint: '/api/evidence/upload',
      chunkSize: chunkBytes,
      retryDelays: null,
      storeFingerprintForResuming: false,
      uploadUrl: upload.address,
      metadata: { evidenceId: upload.evidenceId },
      onUploadUrlAvailable: () => {
        if (tus.url !== null) report.address(tus.url);
      },
      onChunkComplete: (_, accepted) => report.sent(accepted),
      onError: (error) => reject(failureOf(error)),
      onSuccess: () => resolve(),
    });
    tus.start();
  });
