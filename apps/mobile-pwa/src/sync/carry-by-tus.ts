import { DetailedError, Upload as TusUpload } from 'tus-js-client';
import type { ContactSigner } from '../device/contact-signer.ts';
import { ServerFailure } from './server-failure.ts';
import type { Carry } from './uploader.ts';
import { chunkBytes } from './uploader.ts';

function failureOf(error: Error): ServerFailure {
  const status = error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
  if (status === 0) return new ServerFailure('network');
  return new ServerFailure(status === 401 ? 'signed-out' : 'server');
}

/**
 * Resumable upload in chunks, each request signed by the device. Our own rounds do the waiting, so the library's retries
 * are off.
 */
export const carryByTus =
  (signer: Pick<ContactSigner, 'headers'>): Carry =>
  (upload, blob, report) =>
    new Promise((resolve, reject) => {
      const tus = new TusUpload(blob, {
        endpoint: '/api/evidence/upload',
        chunkSize: chunkBytes,
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
