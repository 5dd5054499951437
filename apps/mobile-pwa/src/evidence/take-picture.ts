import type { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { largestEvidenceBytes } from '@kycuong/domain/evidence/attach-evidence.ts';
import { type PictureSize, pictureSize } from '@kycuong/domain/evidence/picture-size.ts';
import { barePicture } from './bare-picture.ts';

const longest = 2_000;
const jpegQuality = 0.85;
/** A JPEG that is small already loses more by being drawn anew than it saves. */
const smallJpeg = 4 * 1024 * 1024;
const thumbnail = { longest: 320, quality: 0.7 };
/** Averaged down to this, a hole of any size still shows. */
const lookedAt = 256;

interface Picture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly thumbnail: Uint8Array<ArrayBuffer>;
  readonly mediaType: AttachEvidence['mediaType'];
  readonly ending: '.jpg' | '.png';
  /** What the camera wrote into it. */
  readonly takenAt: string | undefined;
}

function canvasOf({ width, height }: PictureSize) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('nothing can be drawn here');
  return { canvas, pen };
}

function fitted({ width, height }: PictureSize, edge: number): PictureSize {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function hasHoles(bitmap: ImageBitmap): boolean {
  const { width, height } = fitted(bitmap, lookedAt);
  const { pen } = canvasOf({ width, height });
  pen.drawImage(bitmap, 0, 0, width, height);
  const { data } = pen.getImageData(0, 0, width, height);
  return data.some((value, index) => index % 4 === 3 && value < 255);
}

/** On white, as paper is: a JPEG has no holes, and would show them black. */
async function drawn(
  bitmap: ImageBitmap,
  [from, to]: readonly [PictureSize, PictureSize],
  [mediaType, quality]: readonly ['image/jpeg' | 'image/png', number?],
): Promise<Uint8Array<ArrayBuffer>> {
  const { canvas, pen } = canvasOf(to);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, to.width, to.height);
  pen.drawImage(bitmap, 0, 0, from.width, from.height, 0, 0, to.width, to.height);
  const blob = await new Promise<Blob>((resolve, reject) => {
    canvas.toBlob(
      (made) => (made ? resolve(made) : reject(new Error('the picture could not be encoded'))),
      mediaType,
      quality,
    );
  });
  return new Uint8Array(await blob.arrayBuffer());
}

/** Of a long picture its beginning: all of it would be a thread. */
function drawSmall(bitmap: ImageBitmap): Promise<Uint8Array<ArrayBuffer>> {
  const short = 2 * Math.min(bitmap.width, bitmap.height);
  const from = { width: Math.min(bitmap.width, short), height: Math.min(bitmap.height, short) };
  return drawn(bitmap, [from, fitted(from, thumbnail.longest)], ['image/jpeg', thumbnail.quality]);
}

/**
 * A picture as it is kept. What was drawn or photographed from a screen (PNG) and small photos stay as they are; a
 * photo is made smaller; what can be seen through is laid on white.
 * @throws Error when this browser cannot read it, or its end is missing
 */
export async function takePicture(given: Uint8Array<ArrayBuffer>, mediaType?: string): Promise<Picture> {
  const bare = barePicture(given, mediaType);
  const bitmap = await createImageBitmap(new Blob([given], mediaType ? { type: mediaType } : {}), {
    imageOrientation: 'from-image',
  });
  try {
    const small = await drawSmall(bitmap);
    const whole = { width: bitmap.width, height: bitmap.height };
    const size = pictureSize(whole, longest);
    const takenAt = bare?.exif?.takenAt;
    const png = { mediaType: 'image/png', ending: '.png', thumbnail: small, takenAt } as const;
    const jpeg = { mediaType: 'image/jpeg', ending: '.jpg', thumbnail: small, takenAt } as const;
    if (bare && mediaType === 'image/png') {
      const bytes =
        bare.mayHaveHoles && hasHoles(bitmap)
          ? await drawn(bitmap, [whole, size], ['image/png'])
          : bare.bytes;
      if (bytes.length <= largestEvidenceBytes) return { ...png, bytes };
    }
    if (bare && mediaType === 'image/jpeg') {
      const isSmall = size.width === whole.width && bare.bytes.length <= smallJpeg;
      if (isSmall && bare.exif?.isUpright !== false) return { ...jpeg, bytes: bare.bytes };
    }
    return { ...jpeg, bytes: await drawn(bitmap, [whole, size], ['image/jpeg', jpegQuality]) };
  } finally {
    bitmap.close();
  }
}
