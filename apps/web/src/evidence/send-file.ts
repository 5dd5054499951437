import { Upload } from 'tus-js-client';

const chunkBytes = 1_048_576;
/** Waits between tries when the link breaks; the upload goes on where it stopped. */
const retryDelays = [500, 2_000, 5_000, 10_000];

/** Sends the bytes of evidence that the server has been told of. `report` gets the fraction sent. */
export function sendFile(evidenceId: string, file: Blob, report: (fraction: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    new Upload(file, {
      endpoint: '/api/evidence/upload',
      chunkSize: chunkBytes,
      retryDelays,
      storeFingerprintForResuming: false,
      metadata: { evidenceId },
      onProgress: (sent, total) => report(total > 0 ? sent / total : 0),
      onError: reject,
      onSuccess: () => resolve(),
    }).start();
  });
}
