import type { Row } from './row.ts';
import { importFarCorner, importMillion, importNational } from './rows/imports.ts';
import { parcelStrangers } from './rows/parcel-strangers.ts';
import { photosTwenty } from './rows/photos.ts';
import { pullEmpty, pullThousand } from './rows/pull.ts';
import { pushOne } from './rows/push-one.ts';
import { pushThousand } from './rows/push-thousand.ts';
import { readFlood } from './rows/read-flood.ts';
import { serverRss } from './rows/server-rss.ts';
import { signInFlood } from './rows/sign-in-flood.ts';
import { tabletRows } from './rows/tablet.ts';
import { tabletWeight } from './rows/tablet-weight.ts';
import type { Stage } from './stage/stage.ts';

export interface Measure {
  /** The rows that it gives. */
  readonly names: readonly string[];
  readonly needsStage: boolean;
  /**
   * Why the distribution's PostgreSQL has no part in it. Every other is measured on that too, and its own time there held
   * against the embedded one's.
   */
  readonly apart?: string;
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
  onStage(['parcel.strangers'], async (stage, rounds) => [await parcelStrangers(stage, rounds)]),
  { ...onStage(['signin.flood', 'signin.flood.single'], signInFlood), needsApps: true },
  onStage(['flood.reads', 'flood.reads.other'], readFlood),
  {
    ...onStage(['server.rss'], async (stage) => [serverRss(stage)]),
    apart: 'the memory of our own process, and no time; PostgreSQL has its own processes',
  },
  {
    names: ['tablet.js'],
    needsStage: false,
    apart: 'the size of files; nothing is run',
    needsApps: true,
    run: async () => [tabletWeight()],
  },
  {
    ...onStage(['tablet.start', 'tablet.answer', 'tablet.smooth'], tabletRows),
    apart: 'measured without a network: nothing reaches a server',
    needsApps: true,
  },
  // Last: they fill the house with a country each time.
  onStage(['import.far-corner', 'import.far-corner.others'], importFarCorner),
  onStage(['import.million', 'import.million.others'], importMillion),
  onStage(['import.national', 'import.national.others'], importNational),
];
