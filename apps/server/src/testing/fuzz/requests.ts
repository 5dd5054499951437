import { contactHeader } from '@kycuong/domain/device/signed-contact.ts';
import { parcelMediaType } from '@kycuong/domain/sync/parcel.ts';
import { parcelKeysHeader } from '@kycuong/domain/sync/parcel-keys-text.ts';
import fc from 'fast-check';
import type { KnownIds } from './known-ids.ts';
import type { Procedure, Route } from './targets.ts';
import { inputOf, textOf, wildValue } from './wild.ts';

export interface FuzzRequest {
  /** Which of the people sends it; undefined: nobody. */
  readonly person: number | undefined;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Uint8Array | undefined;
  /** The bytes of a request that no client would send, instead of all the others. */
  readonly raw?: string;
}

type Sketch = Omit<FuzzRequest, 'person'>;

export interface Aims {
  readonly procedures: readonly Procedure[];
  readonly routes: readonly Route[];
  readonly ids: KnownIds;
  readonly people: number;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const json = { 'content-type': 'application/json' };
/** What a client may put into an address or a header, whatever the server makes of it. */
const printable = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 40,
});
const escapes = fc.constantFrom(
  '%',
  '%zz',
  '%00',
  '%c0%af',
  '%ff',
  '..%2f',
  '%2e%2e',
  '%ed%a0%80',
  'a%0d%0ab',
  '%25',
);
const wildSegment = fc.oneof(
  printable.map((text) => text.replaceAll(/[?#\s]/g, '')),
  escapes,
);

function queryUrl(path: string, input: unknown): string {
  return `/api/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(wellFormed(textOf(input)))}`}`;
}
// Lone surrogates stand as escapes in JSON already; what is left of them would be refused by our own encoder.
const wellFormed = (text: string) => text.toWellFormed();

function sent({ isCommand }: Procedure, input: unknown, id: unknown): string {
  return isCommand ? textOf({ id, payload: input }) : textOf(input);
}

function call(procedure: Procedure, { ids }: Aims): fc.Arbitrary<Sketch> {
  const id = fc.oneof(
    { arbitrary: fc.uuid({ version: 7 }), weight: 12 },
    { arbitrary: wildValue, weight: 1 },
  );
  return fc.tuple(inputOf(procedure.shape, ids), id).map(([input, commandId]): Sketch => {
    if (procedure.isQuery)
      return { method: 'GET', path: queryUrl(procedure.path, input), headers: {}, body: undefined };
    const body = bytes(sent(procedure, input, commandId));
    return { method: 'POST', path: `/api/trpc/${procedure.path}`, headers: json, body };
  });
}

/** Several calls in one request, in tRPC's own syntax and near it. */
function batch({ procedures }: Aims): fc.Arbitrary<Sketch> {
  const named = fc.array(fc.oneof(fc.constantFrom(...procedures.map(({ path }) => path)), wildSegment), {
    minLength: 1,
    maxLength: 25,
  });
  const input = fc.oneof(
    fc.dictionary(fc.constantFrom('0', '1', '2', 'x', '__proto__', '-1'), wildValue),
    wildValue,
  );
  const flag = fc.constantFrom('1', '0', '', 'true', '1&batch=1', '1&input=x');
  return fc.tuple(named, input, flag, fc.boolean()).map(([names, given, value, isRead]): Sketch => {
    const path = `/api/trpc/${names.join(',')}?batch=${value}`;
    const text = wellFormed(textOf(given));
    return isRead
      ? { method: 'GET', path: `${path}&input=${encodeURIComponent(text)}`, headers: {}, body: undefined }
      : { method: 'POST', path, headers: json, body: bytes(text) };
  });
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

function metadata({ of }: KnownIds): fc.Arbitrary<string> {
  const id = fc.oneof(fc.constantFrom(...of('evidenceId'), 'x'), printable);
  const pair = id.map((value) => `evidenceId ${base64(value)}`);
  const broken = fc.constantFrom(
    'evidenceId',
    'evidenceId ',
    'evidenceId x y',
    ',',
    ' ',
    'evidenceId \u00ff',
    'evidenceId !!!!',
    '=',
  );
  return fc.oneof(
    pair,
    broken,
    printable,
    fc.array(fc.oneof(pair, broken), { minLength: 2, maxLength: 3 }).map((all) => all.join(',')),
  );
}

const numberText = fc.oneof(
  fc.constantFrom('0', '1', '-1', '1.5', '1e3', 'NaN', '99999999999999999999', '', ' 1', '0x1'),
  fc.nat(2_000).map(String),
);

function uploadHeaders({ ids }: Aims): fc.Arbitrary<Record<string, string>> {
  return fc.record(
    {
      'tus-resumable': fc.constantFrom('1.0.0', '0.2.2', 'x'),
      'content-type': fc.constantFrom(
        'application/offset+octet-stream',
        'application/json',
        'text/plain',
        'x',
      ),
      'upload-length': numberText,
      'upload-offset': numberText,
      'upload-metadata': metadata(ids),
      'upload-defer-length': numberText,
      'upload-concat': printable,
      'x-http-method-override': fc.constantFrom('PATCH', 'DELETE', 'GET', 'x'),
    },
    { requiredKeys: ['tus-resumable', 'upload-metadata'] },
  );
}

const boundary = 'xxBOUNDARYxx';
const part = (name: string, value: string, file = '') =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;

const formBody: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('code,name\n1,x\n', 'PK\u0003\u0004', '\u0000\u0001', 'username,full_name\na,b\n', ''),
      fc.string({ maxLength: 80 }),
    ),
    fc.oneof(
      fc.constantFrom('{}', '{"from":"2026-01-01"}', '[', 'null', '1', '{"__proto__":{}}'),
      wildValue.map(textOf),
    ),
    fc.constantFrom('true', 'false', '', 'x'),
    fc.constantFrom(`--${boundary}--\r\n`, `--${boundary}`, '', '--'),
  )
  .map(([file, input, dryRun, end]) =>
    [
      part('file', file, '; filename="a.csv"'),
      part('input', input),
      part('dryRun', dryRun),
      part('id', '0197b4c0-0000-7000-8000-000000000000'),
      end,
    ].join(''),
  );

const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  wildValue.map((value) => bytes(textOf(value))),
);

function visit(route: Route, aims: Aims): fc.Arbitrary<Sketch> {
  const parameters = route.url.match(/:\w+\??|\*/g) ?? [];
  const segment = fc.oneof(
    fc.constantFrom(...aims.ids.of(''), 'units', 'lineage', 'users', 'x.docx'),
    wildSegment,
  );
  const filled = fc.array(segment, { minLength: parameters.length, maxLength: parameters.length });
  const kind = /upload/.test(route.url)
    ? fc.tuple(uploadHeaders(aims), anyBytes)
    : /import/.test(route.url)
      ? fc.tuple(
          fc.constant({ 'content-type': `multipart/form-data; boundary=${boundary}` }),
          formBody.map(bytes),
        )
      : /parcel/.test(route.url)
        ? fc.tuple(
            fc.record(
              { 'content-type': fc.constant(parcelMediaType), [parcelKeysHeader]: printable },
              { requiredKeys: ['content-type'] },
            ),
            anyBytes,
          )
        : fc.tuple(fc.constantFrom(json, { 'content-type': 'text/plain' }), anyBytes);
  return fc.tuple(filled, kind).map(([values, [headers, body]]): Sketch => {
    let index = 0;
    const path = route.url.replaceAll(/:\w+\??|\*/g, () => values[index++] ?? '');
    const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(route.method);
    const kept = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    return { method: route.method, path, headers: kept, body: isRead ? undefined : body };
  });
}

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
function marred(sketch: Sketch): fc.Arbitrary<Sketch> {
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
const raw = fc.oneof(fc.constantFrom(...rawHeads), fc.string({ unit: 'binary-ascii', maxLength: 200 }));

/** Anything that anybody may send. */
export function anyRequest(aims: Aims): fc.Arbitrary<FuzzRequest> {
  const calls = aims.procedures.map((procedure) => call(procedure, aims));
  const visits = aims.routes.map((route) => visit(route, aims));
  const meant = fc.oneof(
    { arbitrary: fc.oneof(...calls), weight: 12 },
    { arbitrary: fc.oneof(...visits), weight: 5 },
    { arbitrary: batch(aims), weight: 1 },
  );
  const sketch = fc.oneof({ arbitrary: meant, weight: 4 }, { arbitrary: meant.chain(marred), weight: 1 });
  const person = fc.oneof(
    { arbitrary: fc.nat(aims.people - 1), weight: 9 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  );
  const ordinary = fc.tuple(sketch, person).map(([one, by]): FuzzRequest => ({ ...one, person: by }));
  const broken = raw.map(
    (text): FuzzRequest => ({
      person: undefined,
      method: '',
      path: '',
      headers: {},
      body: undefined,
      raw: text,
    }),
  );
  return fc.oneof({ arbitrary: ordinary, weight: 60 }, { arbitrary: broken, weight: 1 });
}
