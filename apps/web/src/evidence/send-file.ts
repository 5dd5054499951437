import { type ErrorKey, isErrorKey } from '@kycuong/domain/error/catalogue.ts';
import type { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { tellProof } from '@kycuong/domain/evidence/tell-proof.ts';
import { inFittingPieces } from '@kycuong/domain/network/fitting-pieces.ts';
import { pathLimit } from '@kycuong/domain/network/path-limit.ts';
import { DetailedError, Upload } from 'tus-js-client';
import * as z from 'zod/mini';
import { ownerHeaders } from '../page-owner.ts';

type MediaType = AttachEvidence['mediaType'];

/** For `FileDrop`. */
export const acceptedFiles = 'image/jpeg,image/png,image/webp,.pdf,.docx,.xlsx';

/** As people read it; the server takes a little more. */
export const largestFileBytes = 20_000_000;

/** A file that nobody could take as evidence, and why. */
export class NoProof extends Error {
  readonly key: ErrorKey;

  constructor(key: ErrorKey) {
    super(key);
    this.key = key;
  }
}

/** By its bytes, as the server does: names have any ending or none. @throws NoProof */
export async function mediaTypeOf(file: Blob): Promise<MediaType> {
  const told = tellProof(new Uint8Array(await file.arrayBuffer()));
  if ('reason' in told) throw new NoProof(told.reason);
  return told.mediaType;
}

/** 64 hex digits, computed on this machine before anything is sent. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const Problem = z.object({ error: z.object({ key: z.string() }) });

/** The key of the catalogue with which the bytes were refused, here or by the server; undefined when it was not a refusal. */
export function refusedBytes(error: unknown) {
  if (error instanceof NoProof) return error.key;
  if (!(error instanceof DetailedError)) return undefined;
  try {
    const { key } = Problem.parse(JSON.parse(error.originalResponse?.getBody() ?? '')).error;
    return isErrorKey(key) && key !== 'system.unexpected' ? key : undefined;
  } catch {
    return undefined;
  }
}

const place = '/api/evidence/upload';

interface SendFile {
  readonly evidenceId: string;
  readonly file: Blob;
  /** Bytes that have arrived. */
  readonly onSent: (bytes: number) => void;
  readonly signal: AbortSignal;
}

function sendPieces(chunkSize: number, { evidenceId, file, onSent, signal }: SendFile): Promise<void> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: place,
      uploadUrl: `${place}/${evidenceId}`,
      headers: ownerHeaders(),
      chunkSize,
      retryDelays: [0, 1000, 3000, 5000, 10_000],
      storeFingerprintForResuming: false,
      metadata: { evidenceId },
      onProgress: onSent,
      onError: reject,
      onSuccess: () => resolve(),
    });
    signal.addEventListener('abort', () => {
      void upload.abort();
      reject(signal.reason);
    });
    upload.start();
  });
}

/**
 * Sends the bytes of a file on its ticket. An upload has its ticket's address, so one that was cut off, also by
 * another page, goes on from the byte where it was. Where something on the way refuses a piece for its size, the pieces
 * become smaller.
 */
export function sendFile(sent: SendFile): Promise<void> {
  return inFittingPieces(pathLimit, {
    size: sent.file.size,
    carry: (chunkSize) => sendPieces(chunkSize, sent),
    isTooLarge: (error) =>
      error instanceof DetailedError &&
      error.originalResponse?.getStatus() === 413 &&
      refusedBytes(error) === undefined,
  });
}
