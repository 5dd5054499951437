import fc from 'fast-check';
import type { Persona } from './house.ts';

const hour = 3_600_000;

interface InHand {
  readonly name: Persona;
  readonly skewMs: number;
  readonly offsetKnown: boolean;
}

/** Whose tablet, how wrong its clock is, and whether it has heard the right time. One person has two of them. */
export const tabletsInHand: readonly InHand[] = [
  { name: 'leader', skewMs: 0, offsetKnown: true },
  { name: 'inspector', skewMs: -hour, offsetKnown: true },
  { name: 'inspector', skewMs: 2 * hour, offsetKnown: false },
  { name: 'outsider', skewMs: 365 * 24 * hour, offsetKnown: false },
];

const sendFates = [
  'arrives',
  'lost',
  'answer-lost',
  'twice',
  'eight',
  'late',
  'shuffled',
  'only-the-latest',
  'server-dies',
  'server-dies',
  'signed-out',
  'app-killed',
] as const;
const uploadFates = ['arrives', 'cut', 'wrong-bytes', 'twice', 'answer-lost', 'server-dies'] as const;
const pullFates = ['arrives', 'arrives', 'answer-lost', 'server-dies', 'app-killed'] as const;

const which = { tablet: fc.nat(tabletsInHand.length - 1), visit: fc.nat(1), n: fc.nat(23), value: fc.nat(3) };
const record = <const Do extends string>(does: Do) => fc.record({ do: fc.constant(does), ...which });

/** One thing that happens in a history: to a person, a tablet, the network or the server. */
export const fieldStep = fc.oneof(
  {
    weight: 22,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      act: fc.oneof(
        { weight: 8, arbitrary: fc.constant('answer' as const) },
        { weight: 6, arbitrary: fc.constantFrom('dossier', 'raise', 'amend', 'photo', 'photo', 'check-in') },
        { weight: 2, arbitrary: fc.constant('take-back' as const) },
        { weight: 3, arbitrary: fc.constantFrom('settle', 'sections', 'hand-over', 'hand-to-leader') },
        { weight: 1, arbitrary: fc.constantFrom('submit', 'close') },
      ),
      ...which,
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constant('send' as const), fate: fc.constantFrom(...sendFates), ...which }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('upload' as const),
      fate: fc.constantFrom(...uploadFates),
      ...which,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pull' as const), fate: fc.constantFrom(...pullFates), ...which }),
  },
  { weight: 3, arbitrary: record('differ') },
  { weight: 5, arbitrary: record('settle') },
  { weight: 4, arbitrary: record('again') },
  { weight: 4, arbitrary: record('late-arrives') },
  { weight: 2, arbitrary: record('members') },
  { weight: 2, arbitrary: record('account') },
  { weight: 2, arbitrary: record('decide') },
  { weight: 2, arbitrary: record('colleague-sends') },
  { weight: 1, arbitrary: record('console') },
  { weight: 1, arbitrary: record('parcel') },
  { weight: 1, arbitrary: record('restart') },
  { weight: 1, arbitrary: record('disk-full') },
);
export type FieldStep = typeof fieldStep extends fc.Arbitrary<infer One> ? One : never;
export type StepOf<Do extends FieldStep['do']> = Extract<FieldStep, { do: Do }>;
