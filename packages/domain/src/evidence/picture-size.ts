/** Beyond this a long picture is made smaller too: it has to be unpacked by whoever looks at it. */
const mostPixels = 24_000_000;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A scrolled screenshot or a panorama, whose long side says nothing about how large its letters are. */
export function isLong({ width, height }: PictureSize): boolean {
  return Math.max(width, height) > 2 * Math.min(width, height);
}

/**
 * The size at which a picture is kept or shown: its longest side at most `longest`. Of a long one the short side counts
 * instead, at most as long as that of a 4:3 picture, so that what stands in it can still be read. Nothing is enlarged.
 */
export function pictureSize(given: PictureSize, longest: number): PictureSize {
  const { width, height } = given;
  const scale = isLong(given)
    ? Math.min(1, (longest * 3) / 4 / Math.min(width, height), Math.sqrt(mostPixels / (width * height)))
    : Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
