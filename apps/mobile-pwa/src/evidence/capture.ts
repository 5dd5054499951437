import {
  type AttachEvidence,
  evidenceMediaTypes,
  largestEvidenceBytes,
} from '@kycuong/domain/evidence/attach-evidence.ts';
import { fileNameToKeep } from '@kycuong/domain/evidence/file-name.ts';
import { isOfMediaType } from '@kycuong/domain/evidence/media-signature.ts';

const longestEdge = 2_000;
const jpegQuality = 0.85;
const thumbnailEdge = 320;
const thumbnailQuality = 0.7;

/** A photo or file as it is kept: bytes, their hash, and what the command will say of them. */
export interface Captured {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly facts: Pick<
    AttachEvidence,
    'sha256' | 'size' | 'mediaType' | 'name' | 'takenAt' | 'caption' | 'place' | 'declaredNotSecret'
  >;
  /** A small JPEG for lists; null for what is no picture. */
  readonly thumbnail?: Uint8Array<ArrayBuffer> | null;
}

export type Uncaptured = 'unreadable' | 'wrong-type' | 'too-large';

/** Width and height that fit into the longest edge; a smaller picture stays as it is. */
export function fitted(width: number, height: number, edge = longestEdge): readonly [number, number] {
  const scale = Math.min(1, edge / Math.max(width, height));
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

/** SHA-256 of the bytes, 64 hex digits. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function drawn(bitmap: ImageBitmap, edge: number, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height] = fitted(bitmap.width, bitmap.height, edge);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  const blob = await new Promise<Blob>((resolve, reject) => {
    canvas.toBlob(
      (made) => (made ? resolve(made) : reject(new Error('the picture could not be encoded'))),
      'image/jpeg',
      quality,
    );
  });
  return new Uint8Array(await blob.arrayBuffer());
}

/** The type by the bytes themselves, whatever the name says: the server looks at them in the same way. */
function mediaTypeOf(bytes: Uint8Array): AttachEvidence['mediaType'] | undefined {
  return evidenceMediaTypes.find((known) => isOfMediaType(bytes, known));
}

async function picture(file: File) {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const bytes = await drawn(bitmap, longestEdge, jpegQuality);
  const thumbnail = await drawn(bitmap, thumbnailEdge, thumbnailQuality);
  bitmap.close();
  return { bytes, thumbnail, name: `${file.name.replace(/\.[^.]*$/, '') || 'anh'}.jpg` };
}

/**
 * The bytes that will be kept and sent, with their hash. A picture is made smaller once, here, and never again; a
 * document is kept as it is.
 */
export async function capture(
  file: File,
  said: Pick<Captured['facts'], 'takenAt' | 'caption' | 'place'>,
): Promise<Captured | Uncaptured> {
  try {
    const { bytes, thumbnail, name } = file.type.startsWith('image/')
      ? await picture(file)
      : { bytes: new Uint8Array(await file.arrayBuffer()), thumbnail: null, name: file.name };
    if (bytes.length > largestEvidenceBytes) return 'too-large';
    const mediaType = mediaTypeOf(bytes);
    if (mediaType === undefined) return 'wrong-type';
    const facts = {
      sha256: await sha256Of(bytes),
      size: bytes.length,
      mediaType,
      name: fileNameToKeep(name),
    };
    return { bytes, thumbnail, facts: { ...facts, ...said } };
  } catch {
    return 'unreadable';
  }
}
