import fc from 'fast-check';
import { batch, call } from './calls.ts';
import { marred, raw } from './marred.ts';
import type { Aims, FuzzRequest } from './request.ts';
import { visit } from './visits.ts';

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
