import { expect, it } from 'vitest';
import { barePicture } from './bare-picture.ts';

const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  );
const segment = (marker: number, ...body: readonly (string | readonly number[])[]) => {
  const content = [...bytesOf(...body)];
  return [0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff, ...content];
};

/** Little-endian, as most cameras write: how it is turned, when it was taken, in which zone. */
function exif(orientation: number, taken: string, zone?: string): readonly number[] {
  const block = new DataView(new ArrayBuffer(128));
  const put = (text: string, at: number) => {
    for (const [index, letter] of [...text].entries()) block.setUint8(at + index, letter.charCodeAt(0));
  };
  const entry = (at: number, [tag, kind, count, value]: readonly [number, number, number, number]) => {
    block.setUint16(at, tag, true);
    block.setUint16(at + 2, kind, true);
    block.setUint32(at + 4, count, true);
    block.setUint32(at + 8, value, true);
  };
  put('II', 0);
  block.setUint16(2, 42, true);
  block.setUint32(4, 8, true);
  block.setUint16(8, 2, true);
  entry(10, [0x0112, 3, 1, orientation]);
  entry(22, [0x8769, 4, 1, 38]);
  block.setUint16(38, zone ? 2 : 1, true);
  entry(40, [0x9003, 2, 20, 80]);
  if (zone) entry(52, [0x9011, 2, 7, 104]);
  put(taken, 80);
  put(zone ?? '', 104);
  return [...new Uint8Array(block.buffer)];
}

const pixels = [0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56];
const scan = [...segment(0xda, [1, 2, 3]), ...pixels];
const begin = [0xff, 0xd8];
const end = [0xff, 0xd9];
const frame = segment(0xc0, [8, 0, 16, 0, 16]);
const jfif = segment(0xe0, 'JFIF\0');

it('a JPEG keeps its pixels and colours, and nothing of place, device or what hangs behind it', () => {
  const given = bytesOf(
    begin,
    jfif,
    segment(0xe1, 'Exif\0\0', exif(1, '2026:11:20 08:00:00', '+07:00')),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'),
    segment(0xe2, 'ICC_PROFILE\0', [1, 1]),
    segment(0xe2, 'MPF\0'),
    segment(0xfe, 'xin chào'),
    frame,
    scan,
    end,
    'ftyp of a film',
  );
  const bare = barePicture(given, 'image/jpeg');
  const icc = segment(0xe2, 'ICC_PROFILE\0', [1, 1]);
  expect([...(bare?.bytes ?? [])]).toEqual([...begin, ...jfif, ...icc, ...frame, ...scan, ...end]);
  expect(bare?.exif).toEqual({ isUpright: true, takenAt: '2026-11-20T08:00:00+07:00' });
});

it.each([
  [exif(6, '2026:11:20 08:00:00'), { isUpright: false, takenAt: '2026-11-20T08:00:00+07:00' }],
  [exif(1, '2026:11:20 08:00:00', '-05:30'), { isUpright: true, takenAt: '2026-11-20T08:00:00-05:30' }],
  [exif(1, '0000:00:00 00:00:00'), { isUpright: true, takenAt: '0000-00-00T00:00:00+07:00' }],
  [exif(1, 'hôm qua'), { isUpright: true, takenAt: undefined }],
  [exif(1, '2026:11:20 08:00:00').slice(0, 60), { isUpright: false, takenAt: undefined }],
])('reads how it is turned and when it was taken, or nothing', (block, read) => {
  const given = bytesOf(begin, segment(0xe1, 'Exif\0\0', block), frame, scan, end);
  expect(barePicture(given, 'image/jpeg')?.exif).toEqual(read);
});

const chunk = (kind: string, body: readonly number[] = []) => [
  ...[0, 0, body.length >> 8, body.length & 0xff],
  ...bytesOf(kind),
  ...body,
  ...[0, 0, 0, 0],
];
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const head = (colour: number) => chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, colour, 0, 0, 0]);

it('a PNG keeps its pixels, says whether it may be seen through, and loses its notes', () => {
  const given = bytesOf(
    png,
    head(6),
    chunk('eXIf', [1]),
    chunk('tEXt', [2]),
    chunk('IDAT', [3]),
    chunk('IEND'),
  );
  const bare = barePicture(given, 'image/png');
  expect([...(bare?.bytes ?? [])]).toEqual([...png, ...head(6), ...chunk('IDAT', [3]), ...chunk('IEND')]);
  expect(bare?.mayHaveHoles).toBe(true);
  const paper = (more: readonly number[]) => bytesOf(png, head(3), more, chunk('IDAT'), chunk('IEND'));
  expect(barePicture(paper([]), 'image/png')?.mayHaveHoles).toBe(false);
  expect(barePicture(paper(chunk('tRNS', [0])), 'image/png')?.mayHaveHoles).toBe(true);
});

it.each([
  ['image/jpeg', bytesOf(begin, frame, scan)],
  ['image/jpeg', bytesOf(begin, frame.slice(0, 5))],
  ['image/jpeg', bytesOf(begin)],
  ['image/png', bytesOf(png, head(2), chunk('IDAT', [3]))],
  ['image/png', bytesOf(png, head(2), chunk('IDAT', [3]).slice(0, 9))],
  ['image/webp', bytesOf('RIFF', [99, 0, 0, 0], 'WEBPVP8 ')],
] as const)('%s that was cut off is no picture', (mediaType, given) => {
  expect(() => barePicture(given, mediaType)).toThrow('the end of the picture is missing');
});
