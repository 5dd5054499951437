import { parcelMediaType } from '@kycuong/domain/sync/parcel.ts';
import { parcelKeysHeader } from '@kycuong/domain/sync/parcel-keys-text.ts';
import fc from 'fast-check';
import type { KnownIds } from './known-ids.ts';
import { type Aims, bytes, json, printable, type Sketch, wildSegment } from './request.ts';
import type { Route } from './targets.ts';
import { textOf, wildValue } from './wild.ts';

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

/** An address outside tRPC, with about what it takes. */
export function visit(route: Route, aims: Aims): fc.Arbitrary<Sketch> {
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
