import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../test/find-chromium.ts';
import { writeAnswers } from '../floor/write.ts';
import { median, percentile } from '../measure.ts';
import { absolute, notMeasured, type Row } from '../row.ts';
import { startCold } from '../stage/cold-start.ts';
import { addVisit, type BenchVisit, itemCount } from '../stage/furnish.ts';
import { type Stage, tabletPerson } from '../stage/stage.ts';
import {
  lineOf,
  marksOf,
  signInTablet,
  slowAndOffline,
  startTablet,
  type Tablet,
  touchAt,
  unlockTablet,
} from '../stage/tablet.ts';
import { answers } from './write-commands.ts';

const startLimitMs = 1_500;
const answerLimitMs = 50;
const touchesEach = 20;
/** Nobody has read the next line and answered it sooner after it came. */
const shortestPauseMs = 300;
/** Of 1,000 lines each; the last is left unanswered enough to be gone on with. Together 5,000. */
const answeredLines = [1_000, 1_000, 1_000, 1_000, 600, 400];

/** Visits granted to the tablet's person, with 5,000 records that colleagues wrote. Gives the one to go on with. */
async function fillVisits(stage: Stage): Promise<BenchVisit> {
  const { connection, driver, furnished } = stage;
  const person = tabletPerson(stage);
  let last: BenchVisit | undefined;
  for (const lines of answeredLines) {
    const visit = await addVisit(connection, furnished.offline, [person]);
    const commands = answers(person, visit, 0, Math.min(lines, itemCount));
    await writeAnswers(driver, commands, { ...visit, authorName: person.fullName });
    last = visit;
  }
  if (last === undefined) throw new Error('no visit');
  return last;
}

/** Started and opened as usual, for what is done after the start. */
async function openList(tablet: Tablet, url: string): Promise<void> {
  await slowAndOffline(tablet);
  await tablet.page.goto(`${url}/field/`);
  await unlockTablet(tablet);
  await tablet.page.waitForFunction(() => window.benchMarks.listAt !== undefined);
}

/** Answers line after line of the long checklist, by touch, at a person's pace. */
async function answerLines(tablet: Tablet, visitId: string): Promise<number[]> {
  const { page } = tablet;
  await page.locator(`a[href*="${visitId}"]`).first().tap();
  await page.locator('.card').waitFor();
  let line = await lineOf(tablet);
  for (let touch = 0; touch < touchesEach; touch += 1) {
    const { code } = line;
    // Each pause is another one, so that touches fall on all that the app does by itself after the one before.
    await page.waitForTimeout(shortestPauseMs + ((touch * 7) % 10) * 60);
    await touchAt(tablet, line.fits);
    // Looked at now and then only: what waits in the page itself would have to be done by the slow processor.
    while (line.code === code) {
      await page.waitForTimeout(100);
      line = await lineOf(tablet);
    }
  }
  return (await marksOf(tablet)).answers;
}

async function measure(stage: Stage, executablePath: string, rounds: number): Promise<Row[]> {
  const profile = await mkdtemp(join(tmpdir(), 'kycuong-bench-tablet-'));
  const { url } = stage.server;
  const records = answeredLines.reduce((sum, lines) => sum + lines, 0);
  const locks: number[] = [];
  const lists: number[] = [];
  const touches: number[] = [];
  try {
    const { visitId } = await fillVisits(stage);
    const first = await startTablet(executablePath, profile);
    await signInTablet(first, url, { username: tabletPerson(stage).username, records });
    await first.context.close();
    for (let round = 0; round <= rounds; round += 1) {
      const { lock, list } = await startCold(executablePath, profile, `${url}/field/`);
      const tablet = await startTablet(executablePath, profile);
      await openList(tablet, url);
      const answered = await answerLines(tablet, visitId);
      await tablet.context.close();
      // The first start compiles the scripts into the browser's cache, as on any tablet in use.
      if (round === 0) continue;
      locks.push(lock);
      lists.push(list);
      touches.push(...answered);
    }
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
  const sums = locks.map((lock, round) => lock + (lists[round] ?? 0));
  return [
    absolute('tablet.start', 'ms', median(sums), startLimitMs, rounds),
    absolute('tablet.start.lock', 'ms', median(locks), null, rounds),
    absolute('tablet.start.unlock', 'ms', median(lists), null, rounds),
    absolute('tablet.answer', 'ms', percentile(touches, 0.95), answerLimitMs, rounds),
    absolute('tablet.answer.median', 'ms', median(touches), null, rounds),
  ];
}

/** The built app in Chromium: offline, started cold, four times slower, 5,000 records on the device. */
export async function tabletRows(stage: Stage, rounds: number): Promise<Row[]> {
  const executablePath = findChromium();
  if (executablePath !== undefined) return measure(stage, executablePath, rounds);
  const reason = 'no Chromium on this machine (KYCUONG_CHROMIUM names one)';
  return [
    notMeasured('tablet.start', 'ms', startLimitMs, reason),
    notMeasured('tablet.answer', 'ms', answerLimitMs, reason),
  ];
}
