import { type AttachEvidence, evidenceMediaTypes } from '@kycuong/domain/evidence/attach-evidence.ts';

const longestEdge = 2_000;
const jpegQuality = 0.85;

/** A photo or file as it is kept: bytes, their hash, and what the command will say of them. */
export interface Captured {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly facts: Pick<AttachEvidence, 'sha256' | 'size' | 'mediaType' | 'name' | 'takenAt'>;
}

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

async function downscaled(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const [width, height] = fitted(bitmap.width, bitmap.height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be encoded'))),
      'image/jpeg',
      jpegQuality,
    );
  });
}

function mediaTypeOf(type: string): AttachEvidence['mediaType'] | undefined {
  return evidenceMediaTypes.find((known) => known === type);
}

/**
 * The bytes that will be kept and sent, with their hash. A picture is made smaller once, here, and never again.
 * Undefined when the file is of no kind that is taken.
 */
export async function capture(file: File, takenAt: string): Promise<Captured | undefined> {
  const picture = file.type.startsWith('image/');
  const blob = picture ? await downscaled(file) : file;
  const mediaType = mediaTypeOf(blob.type);
  if (mediaType === undefined) return undefined;
  const name = picture ? `${file.name.replace(/\.[^.]*$/, '') || 'anh'}.jpg` : file.name;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const sha256 = await sha256Of(bytes);
  return {
    bytes,
    facts: { sha256, size: blob.size, mediaType, name: name.normalize('NFC').slice(-200), takenAt },
  };
}

/** Room that is left free for records: new photos are refused before it is touched, text never is. */
const reservedBytes = 50 * 1024 * 1024;

/** Whether a photo of this size still fits, as far as the browser tells. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined || quota - usage - bytes > reservedBytes;
}
