import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { playHistory } from '../testing/field-play.ts';
import { expectSound } from '../testing/field-soundness.ts';
import { type FieldStep, fieldStep } from '../testing/field-step.ts';
import { type FieldWorld, openFieldWorld } from '../testing/field-world.ts';
import { sealTrail } from '../trail/seal-trail.ts';
import { verifyTrail } from '../trail/verify-trail.ts';

/** Unset: as many as fit into a few seconds. */
const asked = Number(process.env.FIELD_HISTORIES ?? 0);
const shortMs = 12_000;
const firstSeed = Number(process.env.FIELD_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** The trail is sealed after each of these many. */
const atOnce = 250;

let world: FieldWorld;
beforeAll(async () => {
  world = await openFieldWorld();
});
afterAll(() => world.close());

async function runPiece(seed: number, numRuns: number): Promise<number> {
  const limit = asked === 0 ? { interruptAfterTimeLimit: shortMs, markInterruptAsFailure: false } : {};
  let played = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fieldStep, { minLength: 5, maxLength: 30, size: 'max' }), async (steps) => {
      await expectSound(await playHistory(world, steps));
      played += 1;
    }),
    // In a long run the whole counterexample is told at once; its seed plays it again, to be made smaller.
    { seed, numRuns, endOnFailure: asked > atOnce, ...limit },
  );
  await sealTrail(world.house.ground);
  return played;
}

const at = { tablet: 0, visit: 0, n: 0, value: 0 };

it.each([
  [
    'a parcel with a photo of what was refused tells the same the first time and the second',
    [
      { ...at, do: 'write', act: 'raise', n: 11 },
      { ...at, do: 'write', act: 'photo' },
      { ...at, do: 'parcel' },
    ],
  ],
] satisfies [string, FieldStep[]][])('%s', async (_, steps) => {
  await expectSound(await playHistory(world, steps));
});

it('whatever happens to network, server, tablet and team, each command has one receipt and at most one effect, and all see the same', {
  timeout: 6 * 3_600_000,
}, async () => {
  const startedMs = performance.now();
  let played = 0;
  for (let piece = 0; piece === 0 || played < asked; piece += 1) {
    played += await runPiece(firstSeed + piece, Math.min(atOnce, (asked || atOnce) - played));
    const seconds = (performance.now() - startedMs) / 1000;
    console.log(
      `${played} histories in ${seconds.toFixed(0)} s, ${(played / seconds).toFixed(1)} per second`,
    );
  }
  await world.house.settle();
  await sealTrail(world.house.ground);
  const verdict = await verifyTrail(world.house.ground);
  expect([verdict.faults, verdict.tail.count, verdict.seals > 0]).toEqual([[], 0, true]);
  world.faults.add('outcome: trail entry under a seal that verifies', verdict.sealedEntries);
  console.log(`seed ${firstSeed}, ${played} histories\n${world.faults.table()}`);
});
