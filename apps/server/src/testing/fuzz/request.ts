import fc from 'fast-check';
import type { KnownIds } from './known-ids.ts';
import type { Procedure, Route } from './targets.ts';

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

export type Sketch = Omit<FuzzRequest, 'person'>;

export interface Aims {
  readonly procedures: readonly Procedure[];
  readonly routes: readonly Route[];
  readonly ids: KnownIds;
  readonly people: number;
}

export const bytes = (text: string) => new TextEncoder().encode(text);
export const json = { 'content-type': 'application/json' };
/** What a client may put into an address or a header, whatever the server makes of it. */
export const printable = fc.string({
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
export const wildSegment = fc.oneof(
  printable.map((text) => text.replaceAll(/[?#\s]/g, '')),
  escapes,
);
