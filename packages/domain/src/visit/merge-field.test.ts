import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BaseGraph } from '../sync/base-graph.ts';
import { earlierStamp, laterStamp, nextStamp } from '../sync/clock.ts';
import { mergeField, type WrittenField } from './merge-field.ts';

const devices = ['0190a000-0000-7000-8000-0000aaaaaaaa', '0190a000-0000-7000-8000-0000bbbbbbbb'] as const;

/** Values of one field by two devices, each over what it last saw: its own, or what it had learnt of the other. */
const history = fc
  .array(
    fc.record({
      device: fc.nat({ max: 1 }),
      learns: fc.boolean(),
      value: fc.nat({ max: 2 }),
      ms: fc.nat({ max: 9 }),
    }),
    {
      minLength: 1,
      maxLength: 10,
    },
  )
  .map((steps) => {
    const graph = new BaseGraph();
    const seen: (WrittenField<number> | undefined)[] = [undefined, undefined];
    const clocks: (string | undefined)[] = [undefined, undefined];
    const written: WrittenField<number>[] = [];
    for (const [index, { device, learns, value, ms }] of steps.entries()) {
      const other = seen[1 - device];
      const before = learns && other !== undefined ? other : seen[device];
      const own = clocks[device] ?? '';
      const last = (before?.clock ?? '') > own ? before?.clock : clocks[device];
      const clock = nextStamp(last, devices[device === 0 ? 0 : 1], ms);
      const one = { value, command: `c${index}`, clock, author: String(device) };
      graph.add(one.command, before === undefined ? [] : [before.command]);
      seen[device] = one;
      clocks[device] = clock;
      written.push(one);
    }
    return { graph, written };
  });
const delivered = history.chain(({ graph, written }) =>
  fc.record({
    graph: fc.constant(graph),
    written: fc.constant(written),
    order: fc
      .tuple(
        fc.shuffledSubarray(written, { minLength: written.length }),
        fc.array(fc.constantFrom(...written)),
      )
      .map(([all, again]) => [...all, ...again]),
  }),
);

const showing = (graph: BaseGraph, order: readonly WrittenField<number>[]) =>
  order.reduce<WrittenField<number> | undefined>(
    (standing, one) => mergeField(standing, one, (later, earlier) => graph.hadSeen(later, earlier)).shown,
    undefined,
  );

describe('merging the values of a field', () => {
  it('shows the same in whatever order, and however often, they arrive', () => {
    fc.assert(
      fc.property(delivered, ({ graph, written, order }) => {
        expect(showing(graph, order)).toEqual(showing(graph, written));
      }),
    );
  });

  it('is a conflict exactly when two differ that were written without knowing of each other', () => {
    fc.assert(
      fc.property(history, ({ graph, written }) => {
        for (const one of written)
          for (const other of written) {
            const knew =
              graph.hadSeen(one.command, other.command) || graph.hadSeen(other.command, one.command);
            const expected = one.command !== other.command && one.value !== other.value && !knew;
            const { conflict } = mergeField(one, other, (later, earlier) => graph.hadSeen(later, earlier));
            expect(conflict).toBe(expected);
          }
      }),
    );
  });

  it('never is one within one person’s own chain, in whatever order it arrives', () => {
    const own = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 8 }).chain((values) => {
      const graph = new BaseGraph();
      const chain = values.map((value, index) => {
        graph.add(`c${index}`, index === 0 ? [] : [`c${index - 1}`]);
        return { value, command: `c${index}`, clock: nextStamp(undefined, devices[0], index), author: 'a' };
      });
      return fc.tuple(fc.constant({ graph, chain }), fc.shuffledSubarray(chain, { minLength: chain.length }));
    });
    fc.assert(
      fc.property(own, ([{ graph, chain }, order]) => {
        let standing: WrittenField<number> | undefined;
        for (const one of order) {
          const merged = mergeField(standing, one, (later, earlier) => graph.hadSeen(later, earlier));
          expect(merged.conflict).toBe(false);
          standing = merged.shown;
        }
        expect(standing).toEqual(chain.at(-1));
      }),
    );
  });

  it('lifts and lowers a stamp just past another', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 40 }), fc.nat({ max: 2 ** 40 }), (a, b) => {
        const [one, other] = [
          nextStamp(undefined, devices[0], a + 1),
          nextStamp(undefined, devices[1], b + 1),
        ];
        expect(laterStamp(one, other, devices[0]) > other).toBe(true);
        expect(earlierStamp(one, other) < other).toBe(true);
      }),
    );
  });
});
