import { contactHeader } from '@kycuong/domain/device/signed-contact.ts';
import fc from 'fast-check';
import { bytes, printable, type Sketch, wildSegment } from './request.ts';

const headerNames = [
  'content-type',
  'accept',
  'cookie',
  contactHeader,
  'origin',
  'sec-fetch-site',
  'content-encoding',
  'range',
  'if-none-match',
  'trpc-accept',
  'x-forwarded-for',
  'x-http-method-override',
  'accept-encoding',
  'upload-metadata',
  'host',
];
const headerValue = fc.oneof(
  printable,
  fc.constantFrom(
    'gzip',
    'application/json; charset=utf-7',
    'application/xml',
    'multipart/form-data',
    'text/event-stream',
    'application/jsonl',
    'bytes=0-',
    'bytes=9-1',
    'null',
    'http://localhost',
    'kycuong_session=%',
    'kycuong_session=a; kycuong_session=b',
    '\u00e9\u00ff',
  ),
  fc.tuple(fc.uuid(), fc.integer(), printable).map((all) => all.join(' ')),
);

/** A request as it was meant, with something about its head or its body made wrong. */
export function marred(sketch: Sketch): fc.Arbitrary<Sketch> {
  const headers = fc.dictionary(fc.constantFrom(...headerNames), headerValue, { minKeys: 1, maxKeys: 2 });
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'PROPFIND');
  const { body } = sketch;
  const bodies = fc.oneof(
    fc.nat(body?.length ?? 0).map((end) => body?.slice(0, end)),
    fc.constantFrom(
      undefined,
      new Uint8Array(),
      bytes('{'),
      bytes('"'),
      new Uint8Array([0xff, 0xfe, 0x22, 0xc3]),
      bytes('nulll'),
    ),
    fc.constant(body && Buffer.concat([body, bytes('}]\u0000')])),
  );
  const suffix = wildSegment.map((text) => `${sketch.path}${sketch.path.includes('?') ? '&' : '?'}${text}`);
  return fc.oneof(
    headers.map((more) => ({ ...sketch, headers: { ...sketch.headers, ...more } })),
    method.map((other) => ({ ...sketch, method: other })),
    bodies.map((other) => ({ ...sketch, body: other })),
    suffix.map((path) => ({ ...sketch, path })),
  );
}

const rawHeads: readonly string[] = [
  'GET / HTTP/1.1\r\n\r\n',
  'GET /api/trpc/access.session HTTP/9.9\r\nhost: localhost\r\n\r\n',
  'POST /api/trpc/access.signIn HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"username":',
  'POST /api/trpc/access.signIn HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab',
  'POST /api/trpc/access.signIn HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /api/trpc/sync.push HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\ncontent-type: application/json\r\n\r\nzz\r\n{}\r\n',
  'POST /api/trpc/sync.push HTTP/1.1\r\nhost: localhost\r\ncontent-length: -5\r\n\r\n',
  'POST /api/evidence/upload HTTP/1.1\r\nhost: localhost\r\ntus-resumable: 1.0.0\r\nupload-metadata: evidenceId \u0001\r\n\r\n',
  'GET /\u0000 HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'GET http://other/api HTTP/1.1\r\nhost: a b\r\n\r\n',
  `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
  'GET / HTTP/1.1\r\nhost : localhost\r\n folded\r\n\r\n',
  '\u0016\u0003\u0001\u0000',
];
/** The bytes of no request at all. */
export const raw = fc.oneof(
  fc.constantFrom(...rawHeads),
  fc.string({ unit: 'binary-ascii', maxLength: 200 }),
);
