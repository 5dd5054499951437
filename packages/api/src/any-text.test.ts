import type { AnyRouter } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { importUsers } from './access/import-users.ts';
import type { AnyCommand } from './command.ts';
import { importLineage } from './organisation/import-lineage.ts';
import { importUnits } from './organisation/import-units.ts';
import { appRouter } from './router.ts';
import { type Path, replaced, type Shape, sample, shapeOf } from './testing/shape.ts';

type Procedure = { _def: { meta?: { command?: AnyCommand } } };
const router: AnyRouter = appRouter;
const procedures: Procedure[] = Object.values(router._def.procedures);
const commands = [
  ...procedures.flatMap(({ _def: { meta } }) => meta?.command ?? []),
  ...[importUnits, importLineage, importUsers],
];

/**
 * What a person types and the schema leaves as it came: a password is no text, cells of a file are read by its columns, and
 * what was seen is only compared.
 */
const asItCame = /(^|\.)(password|current|next|rows|confirmed|passwords|seen)(\.|$)/;

/** Places of what a person types: strings that are neither an id, a choice, a day nor of a form of their own. */
function typed(shape: Shape, path: Path = []): Path[] {
  const { type, format, pattern, items, properties = {} } = shape;
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return either.flatMap((one) => typed(one, path)).slice(0, 1);
  if (shape.const !== undefined || shape.enum || asItCame.test(path.join('.'))) return [];
  if (items) return typed(items, [...path, 0]);
  if (type !== 'string')
    return Object.entries(properties).flatMap(([key, part]) => typed(part, [...path, key]));
  return format === undefined && pattern === undefined ? [path] : [];
}

/** Without the spaces around it, which a draft keeps. */
function at(value: unknown, path: Path): unknown {
  const part = path.reduce(
    (whole, key) => (typeof whole === 'object' && whole !== null ? Reflect.get(whole, key) : undefined),
    value,
  );
  return typeof part === 'string' ? part.trim() : part;
}

const clean = 'Biên bản số 12';
const marred = 'Biên\u0003 bản\ufffe\0 số\ud83d 12\u001f\ufeff\u0085'.normalize('NFD');

const inputs = commands.flatMap(({ action, input }) =>
  typed(shapeOf(input)).map((path) => [`${action} ${path.join('.')}`, input, path] as const),
);

describe('whatever can be pasted is taken', () => {
  it('in many places', () => {
    expect(inputs.length).toBeGreaterThan(60);
  });

  it.each(inputs)('%s', (_, input, path) => {
    const good = sample(shapeOf(input));
    const judge = (text: string) => z.safeParse(input, replaced(good, path, text), { reportInput: false });
    const [one, other] = [judge(clean), judge(marred)];
    const problems = ({ error }: typeof one) => error?.issues.map(({ code, path }) => [code, path.join('.')]);
    expect(problems(other)).toEqual(problems(one));
    if (one.success && other.success) expect(at(other.data, path)).toEqual(at(one.data, path));
    // A line of Word's is a line, or a space where there is but one.
    const broken = judge('Một\vhai');
    if (one.success) expect(at(broken.data, path)).toMatch(/^Một[ \n]hai$/);
  });
});
