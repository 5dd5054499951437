import fc from 'fast-check';
import { type Aims, bytes, json, type Sketch, wildSegment } from './request.ts';
import type { Procedure } from './targets.ts';
import { inputOf, textOf, wildValue } from './wild.ts';

function queryUrl(path: string, input: unknown): string {
  return `/api/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(wellFormed(textOf(input)))}`}`;
}
// Lone surrogates stand as escapes in JSON already; what is left of them would be refused by our own encoder.
const wellFormed = (text: string) => text.toWellFormed();

function sent({ isCommand }: Procedure, input: unknown, id: unknown): string {
  return isCommand ? textOf({ id, payload: input }) : textOf(input);
}

/** One call, as the clients make it. */
export function call(procedure: Procedure, { ids }: Aims): fc.Arbitrary<Sketch> {
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
export function batch({ procedures }: Aims): fc.Arbitrary<Sketch> {
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
