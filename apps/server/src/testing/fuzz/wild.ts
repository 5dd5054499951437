import { places, replaced, type Shape } from '@kycuong/api/testing/shape.ts';
import fc from 'fast-check';
import type { KnownIds } from './known-ids.ts';

/** Stands for what no value can be built into: the text is put in its place once the rest is text. */
const deepMark = '@@deep@@';
const levels = 20_000;
const deep = `${'['.repeat(levels)}1${']'.repeat(levels)}`;
const deepObject = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

export function textOf(value: unknown): string {
  return (JSON.stringify(value) ?? 'null')
    .replaceAll(`"${deepMark}a"`, deep)
    .replaceAll(`"${deepMark}o"`, deepObject);
}

const own = (key: string, value: unknown) =>
  Object.defineProperty({}, key, { value, enumerable: true, writable: true, configurable: true });

const constants: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 1.5, 1e308, -1e308, Number.MAX_SAFE_INTEGER, 2 ** 63, 2_147_483_648],
  ...[
    '',
    ' ',
    'null',
    'a\u0000b',
    '\u0000',
    '\ud800',
    '\udfff',
    'a\ud83d',
    '\u202e',
    '\ufeff',
    '%',
    '_%',
    '\\',
    "'",
  ],
  ...["'; drop table unit; --", '<script>alert(1)</script>', '../../etc/passwd', '{{7*7}}', '__proto__'],
  ...[
    '2026-02-30',
    '9999-99-99',
    '0000-01-01',
    '-000001-01-01',
    '+275760-09-13T00:00:00Z',
    '1e9',
    '0x10',
    'NaN',
  ],
  ...['9999-12-31T23:59:59.999999999Z', '2026-11-23T02:00:00+14:00', '2026-11-23T24:00:00Z', '10000-01-01'],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'x'.repeat(70_000)],
  ...['é'.normalize('NFD').repeat(90), '💥'.repeat(40), '1'.repeat(400), `${deepMark}a`, `${deepMark}o`],
  ...[{}, [], [[]], [null], { length: -1 }, { toString: 1 }, own('__proto__', { admin: true })],
  ...[own('constructor', { prototype: { admin: true } }), { 'a\u0000': 1 }, { '': '' }, Array(300).fill({})],
];

export const wildValue: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: fc.constantFrom(...constants), weight: 6 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 2 },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 2 },
  { arbitrary: fc.double(), weight: 1 },
);

const words = ['Ghi chú', 'M01', 'D01', 'Xã Cổ Lễ', '01/QĐ-TN', 'visit', 'a', '123456', 'mat-khau-moi-2026'];
const days = ['2025-07-01', '2026-11-02', '2026-11-23', '2026-12-31'];

function patterned({ pattern = '', maxLength = 60 }: Shape): fc.Arbitrary<unknown> {
  try {
    return fc.stringMatching(new RegExp(pattern), { maxLength });
  } catch {
    return fc.constantFrom(...words, ...days);
  }
}

/** Values that fit the shape: with ids that are there, most of them pass the schema, and some the rules. */
export function fitting(shape: Shape, ids: KnownIds, field = ''): fc.Arbitrary<unknown> {
  const { properties, items } = shape;
  const required: string[] = shape.required ?? [];
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return fc.oneof(...either.map((one) => fitting(one, ids, field)));
  if (properties) {
    const fields: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(
      Object.entries(properties).map(([key, part]) => [key, fitting(part, ids, key)]),
    );
    return fc.record(fields, { requiredKeys: required });
  }
  if (shape.type === 'array') return fc.array(fitting(items ?? {}, ids, field), { maxLength: 3 });
  if (shape.type === 'null') return fc.constant(null);
  if (shape.type === 'boolean') return fc.boolean();
  if (shape.type === 'integer' || shape.type === 'number')
    return fc.integer({ min: Math.max(shape.minimum ?? 0, -1e6), max: Math.min(shape.maximum ?? 50, 1e6) });
  if (shape.type !== 'string') return fc.jsonValue({ maxDepth: 2 });
  if (shape.format === 'uuid') {
    const known = ids.of(field);
    const fresh = fc.uuid({ version: 7 });
    return known.length === 0 ? fresh : fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 4 }, fresh);
  }
  if (shape.format === 'date-time') return fc.constantFrom(...days.map((day) => `${day}T02:00:00Z`));
  if (shape.format === 'date') return fc.constantFrom(...days);
  if (shape.pattern !== undefined) return patterned(shape);
  return fc.oneof(
    fc.constantFrom(...words, ...days),
    fc.string({ maxLength: Math.min(shape.maxLength ?? 40, 40) }),
  );
}

function mutated(value: unknown): fc.Arbitrary<unknown> {
  const all = places(value);
  const put = fc.tuple(fc.nat(all.length - 1), wildValue);
  const added = fc.tuple(fc.string({ maxLength: 12 }), wildValue);
  return fc.oneof(
    { arbitrary: put.map(([at, wild]) => replaced(value, all[at] ?? [], wild)), weight: 5 },
    {
      arbitrary: added.map(([key, wild]) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? { ...value, ...own(key, wild) }
          : wild,
      ),
      weight: 1,
    },
  );
}

/** What fits, what fits but for a place or two, and what fits nowhere. */
export function inputOf(shape: Shape | undefined, ids: KnownIds): fc.Arbitrary<unknown> {
  const good = shape === undefined ? fc.constant(undefined) : fitting(shape, ids);
  const once = good.chain(mutated);
  return fc.oneof(
    { arbitrary: good, weight: 3 },
    { arbitrary: once, weight: 5 },
    { arbitrary: once.chain(mutated), weight: 2 },
    { arbitrary: wildValue, weight: 1 },
  );
}
