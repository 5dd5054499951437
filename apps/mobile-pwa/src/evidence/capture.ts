import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { type AttachEvidence, largestEvidenceBytes } from '@kycuong/domain/evidence/attach-evidence.ts';
import { fileNameToKeep } from '@kycuong/domain/evidence/file-name.ts';
import { believable } from '@kycuong/domain/evidence/stated-time.ts';
import { tellProof } from '@kycuong/domain/evidence/tell-proof.ts';
import { takePicture } from './take-picture.ts';

/** A photo or file as it is kept: bytes, their hash, and what the command will say of them. */
export interface Captured {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly facts: Omit<AttachEvidence, 'evidenceId' | 'visitId' | 'target'>;
  /** A small JPEG for lists; null for what is no picture. */
  readonly thumbnail?: Uint8Array<ArrayBuffer> | null;
}

/** Why a file was not taken: what it is, or that it is too large or cannot be read. */
export type Uncaptured = ErrorKey | 'unreadable' | 'too-large';

/** More is not unpacked on a tablet, whatever comes of it. */
const mostRead = 100 * 1024 * 1024;
/** A camera hands its photo over at once; what is older was there before. */
const freshMs = 5 * 60_000;

/** SHA-256 of the bytes, 64 hex digits. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const pictureReasons: readonly ErrorKey[] = ['evidence.is-heic', 'evidence.is-other-picture'];

interface Taken {
  readonly now: Date;
  /** Where it was asked for; the browser may offer files there all the same. */
  readonly camera: boolean;
}

/** Where it comes from, and what it says of its own time. */
function originOf(
  file: File,
  written: string | undefined,
  { now, camera }: Taken,
): Pick<AttachEvidence, 'source' | 'stated'> {
  const age = now.getTime() - file.lastModified;
  if (camera && Math.abs(age) < freshMs) return { source: 'camera', stated: null };
  const byPhoto = believable(written, now.getTime());
  if (byPhoto !== undefined) return { source: 'chosen', stated: { at: byPhoto, by: 'photo' } };
  const byFile = believable(new Date(file.lastModified).toISOString(), now.getTime());
  // A browser that does not know says now.
  const isKnown = byFile !== undefined && age > 60_000;
  return { source: 'chosen', stated: isKnown ? { at: byFile, by: 'file' } : null };
}

/**
 * The bytes that will be kept and sent, with their hash. A photo is made smaller once, here, and never again; a
 * document is kept as it is. What lies beside the pixels (place, device) never goes along.
 */
export async function capture(file: File, taken: Taken): Promise<Captured | Uncaptured> {
  if (file.size > mostRead) return 'too-large';
  const read = await file.arrayBuffer().catch(() => null);
  if (read === null) return 'unreadable';
  const given = new Uint8Array(read);
  const told = tellProof(given);
  const isPicture =
    'reason' in told ? pictureReasons.includes(told.reason) : told.mediaType.startsWith('image/');
  if (!isPicture && 'reason' in told) return told.reason;
  const mediaType = 'reason' in told ? undefined : told.mediaType;
  const picture = isPicture ? await takePicture(given, mediaType).catch(() => null) : undefined;
  // What this browser can draw is taken, whatever its kind; else its kind is the reason.
  if (picture === null) return 'reason' in told ? told.reason : 'evidence.is-broken';
  const bytes = picture?.bytes ?? given;
  const kept = picture?.mediaType ?? mediaType;
  if (bytes.length > largestEvidenceBytes || kept === undefined) return 'too-large';
  const name = fileNameToKeep(file.name);
  return {
    bytes,
    thumbnail: picture?.thumbnail ?? null,
    facts: {
      sha256: await sha256Of(bytes),
      size: bytes.length,
      mediaType: kept,
      name: picture ? fileNameToKeep(`${name.replace(/\.[^.]*$/, '') || 'anh'}${picture.ending}`) : name,
      takenAt: taken.now.toISOString(),
      ...originOf(file, picture?.takenAt, taken),
    },
  };
}
