import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import sharp from 'sharp';

const longestSide = 1600;
/** A picture that unpacks to more than this is refused rather than unpacked. */
const mostPixels = 100_000_000;

/**
 * The picture drawn anew: upright, at most 1600 px, JPEG, without place, device or anything else that was beside the
 * pixels. @throws DomainError `invalid` when the bytes are no picture.
 */
export async function renderImage(bytes: Uint8Array): Promise<Buffer> {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer();
  } catch {
    throw new DomainError('invalid', 'evidence.not-an-image');
  }
}
