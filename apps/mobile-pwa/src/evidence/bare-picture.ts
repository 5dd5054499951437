import { type Exif, readExif } from './exif.ts';

/** A picture's own bytes without what stands beside the pixels: place, device, earlier versions, a film. */
export interface BarePicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly exif: Exif | undefined;
  /** It may be seen through in places. */
  readonly mayHaveHoles: boolean;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const latin1 = (bytes: Uint8Array) => String.fromCharCode(...bytes);
const exifHeading = 'Exif\0\0';

/** Notes of an application that say how the pixels are meant: JFIF, a colour profile, how the colours are coded. */
function isAboutColours(marker: number, segment: Uint8Array): boolean {
  const heading = latin1(segment.subarray(4, 16));
  return marker === 0xe0 || marker === 0xee || (marker === 0xe2 && heading.startsWith('ICC_PROFILE'));
}

const isNote = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;

/** Where the coded pixels that begin at `from` end: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return undefined;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return undefined;
}

/** A JPEG from its beginning to its end, whatever follows; undefined when the end is missing. */
function bareJpeg(bytes: Uint8Array): BarePicture | undefined {
  const parts = [bytes.subarray(0, 2)];
  let exif: Exif | undefined;
  let at = 2;
  while (at < bytes.length) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return undefined;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      parts.push(bytes.subarray(at, at + 2));
      return { bytes: joined(parts), exif, mayHaveHoles: false };
    }
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    if (!isNote(marker) || isAboutColours(marker, segment)) parts.push(segment);
    else if (latin1(segment.subarray(4, 10)) === exifHeading) exif ??= readExif(segment.subarray(10));
    at = end;
    if (marker !== 0xda) continue;
    const stop = endOfScan(bytes, at);
    if (stop === undefined) return undefined;
    parts.push(bytes.subarray(at, stop));
    at = stop;
  }
  return undefined;
}

/** Chunks without which the pixels would look otherwise. */
const pngChunks = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
]);

/** A PNG from its beginning to its end; undefined when the end is missing. */
function barePng(bytes: Uint8Array): BarePicture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = [bytes.subarray(0, 8)];
  // Kind of colour, in the first chunk: 4 and 6 carry how far each pixel is seen through.
  let mayHaveHoles = ((bytes[25] ?? 0) & 4) !== 0;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const kind = latin1(bytes.subarray(at + 4, at + 8));
    if (pngChunks.has(kind)) parts.push(bytes.subarray(at, end));
    if (kind === 'tRNS') mayHaveHoles = true;
    if (kind === 'IEND') return { bytes: joined(parts), exif: undefined, mayHaveHoles };
    at = end;
  }
  return undefined;
}

/** Said in its own head; less is there when it was cut off. */
function isWholeWebp(bytes: Uint8Array): boolean {
  return (
    new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true) + 8 <= bytes.length
  );
}

/**
 * The picture without what stands beside its pixels, where they can be kept as they are; null for a kind that is always
 * drawn anew. @throws Error when its end is missing
 */
export function barePicture(bytes: Uint8Array, mediaType: string | undefined): BarePicture | null {
  const cut = new Error('the end of the picture is missing');
  if (mediaType === 'image/webp' && !isWholeWebp(bytes)) throw cut;
  if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') return null;
  const bare = mediaType === 'image/jpeg' ? bareJpeg(bytes) : barePng(bytes);
  if (bare === undefined) throw cut;
  return bare;
}
