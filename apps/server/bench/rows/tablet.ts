import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../test/find-chromium.ts';
import { writeAnswers } from '../floor/write.ts';
import { median, percentile } from '../measure.ts';
import { absolute, notMeasured, type Row } from '../row.ts';
import { startCold } from '../stage/cold-start.ts';
import { addVisit, type BenchVisit, itemCount } from '../stage/furnish.ts';
import { goThrough, type Smoothness } from '../stage/go-through.ts';
import { cameraPhoto, keepPhotos } from '../stage/keep-photos.ts';
import { type Stage, tabletPerson } from '../stage/stage.ts';
import { signInTablet, startTablet } from '../stage/tablet.ts';
import { answerLines, touchBarePage } from '../stage/touch.ts';
import { answers as answersOf } from './write-commands.ts';

const startLimitMs = 1_500;
const answerLimitMs = 50;
/** The longest that a person takes for "at once": Chromium's own measure of a page that answers well (INP). */
const smoothLimitMs = 200;
const touchesEach = 20;
const photoCount = 500;
/** A file of the app that is held for offline and shows as plain text: a page of the same origin with nothing on it. */
const plainFile = '/field/color-scheme.js';
/** Of 1,000 lines each; the last is left unanswered enough to be gone on with. Together 5,000. */
const answeredLines = [1_000, 1_000, 1_000, 1_000, 600, 400];

/** Visits granted to the tablet's person, with 5,000 records that colleagues wrote. Gives the one to go on with. */
async function fillVisits(stage: Stage): Promise<BenchVisit> {
  const { connection, driver, furnished } = stage;
  const person = tabletPerson(stage);
  let last: BenchVisit | undefined;
  for (const lines of answeredLines) {
    const visit = await addVisit(connection, furnished.offline, [person]);
    const commands = answersOf(person, visit, 0, Math.min(lines, itemCount));
    await writeAnswers(driver, commands, { ...visit, authorName: person.fullName });
    last = visit;
  }
  if (last === undefined) throw new Error('no visit');
  return last;
}

async function measure(stage: Stage, executablePath: string, rounds: number): Promise<Row[]> {
  const profile = await mkdtemp(join(tmpdir(), 'kycuong-bench-tablet-'));
  const { url } = stage.server;
  const records = answeredLines.reduce((sum, lines) => sum + lines, 0);
  const locks: number[] = [];
  const lists: number[] = [];
  const answers: number[] = [];
  const touches: number[] = [];
  const walks: Smoothness[] = [];
  try {
    const { visitId } = await fillVisits(stage);
    const first = await startTablet(executablePath, profile);
    await signInTablet(first, url, { username: tabletPerson(stage).username, records });
    await keepPhotos(first, { account: tabletPerson(stage).id, visitId, count: photoCount });
    const photo = join(profile, 'camera.jpg');
    await writeFile(photo, await cameraPhoto(first));
    await first.context.close();
    for (let round = 0; round <= rounds; round += 1) {
      const answered: number[] = [];
      const touched: number[] = [];
      const { lock, list } = await startCold(executablePath, profile, `${url}/field/`, async (page) => {
        answered.push(...(await answerLines(page, visitId, touchesEach)));
        if (round > 0) walks.push(await goThrough(page, photo));
        touched.push(...(await touchBarePage(page, `${url}${plainFile}`, touchesEach)));
      });
      // The first start compiles the scripts into the browser's cache, as on any tablet in use.
      if (round === 0) continue;
      locks.push(lock);
      lists.push(list);
      answers.push(...answered);
      touches.push(...touched);
    }
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  const sums = locks.map((lock, round) => lock + (lists[round] ?? 0));
  const smooth = (of: (walk: Smoothness) => number) => median(walks.map(of));
  return [
    absolute('tablet.start', 'ms', median(sums), startLimitMs, rounds),
    absolute('tablet.start.lock', 'ms', median(locks), null, rounds),
    absolute('tablet.start.unlock', 'ms', median(lists), null, rounds),
    absolute('tablet.answer', 'ms', percentile(answers, 0.95), answerLimitMs, rounds),
    absolute('tablet.answer.median', 'ms', median(answers), null, rounds),
    absolute('tablet.answer.bare', 'ms', percentile(touches, 0.95), null, rounds),
    absolute('tablet.answer.bare.median', 'ms', median(touches), null, rounds),
    absolute(
      'tablet.smooth',
      'ms',
      smooth((walk) => Math.max(...Object.values(walk))),
      smoothLimitMs,
      rounds,
    ),
    absolute(
      'tablet.smooth.answers',
      'ms',
      smooth(({ answers }) => answers),
      null,
      rounds,
    ),
    absolute(
      'tablet.smooth.checklist',
      'ms',
      smooth(({ checklist }) => checklist),
      null,
      rounds,
    ),
    absolute(
      'tablet.smooth.photo',
      'ms',
      smooth(({ photo }) => photo),
      null,
      rounds,
    ),
    absolute(
      'tablet.smooth.outbox',
      'ms',
      smooth(({ outbox }) => outbox),
      null,
      rounds,
    ),
  ];
}

/** The built app in Chromium: offline, started cold, four times slower, 5,000 records and 500 photos on the device. */
export async function tabletRows(stage: Stage, rounds: number): Promise<Row[]> {
  const executablePath = findChromium();
  if (executablePath !== undefined) return measure(stage, executablePath, rounds);
  const reason = 'no Chromium on this machine (KYCUONG_CHROMIUM names one)';
  return [
    notMeasured('tablet.start', 'ms', startLimitMs, reason),
    notMeasured('tablet.answer', 'ms', answerLimitMs, reason),
    notMeasured('tablet.smooth', 'ms', smoothLimitMs, reason),
  ];
}
