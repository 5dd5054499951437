import type { Row } from './row.ts';
import { importFarCorner, importMillion, importNational } from './rows/imports.ts';
import { photosTwenty } from './rows/photos.ts';
import { pullEmpty, pullThousand } from './rows/pull.ts';
import { pushOne } from './rows/push-one.ts';
import { pushThousand } from './rows/push-thousand.ts';
import { serverRss } from './rows/server-rss.ts';
import { signInFlood } from './rows/sign-in-flood.ts';
import { tabletRows } from './rows/tablet.ts';
import { tabletWeight } from './rows/tablet-weight.ts';
import type { Stage } from './stage/stage.ts';

export interface Measure {
  /** The rows that it gives. */
  readonly names: readonly string[];
  readonly needsStage: boolean;
  /** Also measured on the distribution's PostgreSQL, and held against the embedded one. */
  readonly onBoth: boolean;
  /** The built screens. */
  readonly needsApps: boolean;
  readonly run: (ground: { stage: Stage | undefined; rounds: number }) => Promise<readonly Row[]>;
}

function onStage(
  names: readonly string[],
  run: (stage: Stage, rounds: number) => Promise<readonly Row[]>,
): Measure {
  return {
    names,
    needsStage: true,
    onBoth: true,
    needsApps: false,
    run: ({ stage, rounds }) => {
      if (stage === undefined) throw new Error('no stage');
      return run(stage, rounds);
    },
  };
}

/** In the order in which they run: the server's memory is looked at after all that it did. */
export const measures: readonly Measure[] = [
  onStage(['push.one.c1'], async (stage, rounds) => [await pushOne(stage, 1, rounds)]),
  onStage(['push.one.c8'], async (stage, rounds) => [await pushOne(stage, 8, rounds)]),
  onStage(['push.thousand', 'push.thousand.again'], pushThousand),
  onStage(['pull.thousand'], async (stage, rounds) => [await pullThousand(stage, rounds)]),
  onStage(['pull.empty'], async (stage, rounds) => [await pullEmpty(stage, rounds)]),
  onStage(['photos.twenty'], async (stage, rounds) => [await photosTwenty(stage, rounds)]),
  { ...onStage(['signin.flood', 'signin.flood.single'], signInFlood), onBoth: false, needsApps: true },
  { ...onStage(['server.rss'], async (stage) => [serverRss(stage)]), onBoth: false },
  {
    names: ['tablet.js'],
    needsStage: false,
    onBoth: false,
    needsApps: true,
    run: async () => [tabletWeight()],
  },
  {
    ...onStage(['tablet.start', 'tablet.answer', 'tablet.smooth'], tabletRows),
    onBoth: false,
    needsApps: true,
  },
  // Last: they leave a country in the house. The longest wait is told by chance, and is held to its limit alone.
  { ...onStage(['import.far-corner', 'import.far-corner.others'], importFarCorner), onBoth: false },
  { ...onStage(['import.million', 'import.million.others'], importMillion), onBoth: false },
  { ...onStage(['import.national', 'import.national.others'], importNational), onBoth: false },
];
