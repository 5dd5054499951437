import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { isLong, pictureSize } from '@kycuong/domain/evidence/picture-size.ts';

/** Longest side in pixels, of a long picture what `pictureSize` makes of it, and quality of JPEG. */
const shapes = {
  image: { longestSide: 1600, quality: 82 },
  thumbnail: { longestSide: 320, quality: 72 },
} as const;
export type RenditionKind = keyof typeof shapes;

const nameOf = (kind: RenditionKind) => `${kind}-${shapes[kind].longestSide}-q${shapes[kind].quality}-2`;
/** Renditions of the same version look the same. To be raised when anything else about the drawing changes. */
export const renditionVersions: Readonly<Record<RenditionKind, string>> = {
  image: nameOf('image'),
  thumbnail: nameOf('thumbnail'),
};

/** A picture that unpacks to more than this is refused rather than unpacked. */
const mostPixels = 100_000_000;

/** Loaded when the first picture is drawn. Nothing is drawn twice, so what libvips would keep is only memory. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  return sharp;
}

/**
 * The picture drawn anew: upright, at most so large, JPEG, without place, device or anything else that was beside the
 * pixels. @throws DomainError `invalid` when the bytes are no picture.
 */
export async function renderImage(bytes: Uint8Array, kind: RenditionKind): Promise<Buffer> {
  const { longestSide, quality } = shapes[kind];
  const sharp = await loadSharp();
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels });
    const { autoOrient: whole } = await picture.metadata();
    const size = pictureSize(whole, longestSide);
    return await picture
      .autoOrient()
      // Of a long one the beginning is enough in a list.
      .resize(
        kind === 'thumbnail' && isLong(whole)
          ? { width: longestSide, height: longestSide, fit: 'cover', position: 'left top' }
          : { ...size, fit: 'fill', withoutEnlargement: true },
      )
      .flatten({ background: '#ffffff' })
      .jpeg({ quality })
      .toBuffer();
  } catch {
    throw new DomainError('invalid', 'evidence.not-an-image');
  }
}
