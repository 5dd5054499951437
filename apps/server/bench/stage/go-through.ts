import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { BarePage } from './browser-wire.ts';
import { ask } from './cold-start.ts';
import { lookUntil, middleOf, Point, touchAt } from './touch.ts';

const Tasks = z.array(z.number());
const Found = z.object({
  root: z.optional(z.object({ nodeId: z.number() })),
  nodeId: z.optional(z.number()),
});

/** What follows a touch by itself (saving, sending, a picture that is decoded) belongs to it, ms. */
const settleMs = 1_000;

/** Of each part, the longest time in which the page could not have answered, ms; 0 where none was over 50. */
export interface Smoothness {
  /** Opening the visit, and answering line after line. */
  readonly answers: number;
  readonly checklist: number;
  readonly photo: number;
  readonly outbox: number;
}

const seen = (page: BarePage, expression: string) =>
  lookUntil(async () => ((await ask(page, expression)) === true ? true : undefined));

async function touch(page: BarePage, selector: string): Promise<void> {
  const element = `document.querySelector('${selector}')`;
  await seen(page, `${element} !== null`);
  await ask(page, `${element}.scrollIntoView({ block: 'nearest' })`);
  await touchAt(page, Point.parse(await ask(page, middleOf(element))));
}

/** A finger that pushes the list up, again and again. */
async function scroll(page: BarePage, selector: string, times: number): Promise<void> {
  const { x, y } = Point.parse(await ask(page, middleOf(`document.querySelector('${selector}')`)));
  for (let time = 0; time < times; time += 1)
    await page.send('Input.synthesizeScrollGesture', {
      ...{ x: Math.round(x), y: Math.round(y), yDistance: -1_500, speed: 3_000 },
      gestureSourceType: 'touch',
    });
}

async function longest(page: BarePage): Promise<number> {
  await pause(settleMs);
  return Math.max(0, ...Tasks.parse(await ask(page, 'benchMarks.longTasks.splice(0)')));
}

async function during(page: BarePage, act: () => Promise<void>): Promise<number> {
  await act();
  return longest(page);
}

async function choosePhoto(page: BarePage, path: string): Promise<void> {
  const { root } = Found.parse(await page.send('DOM.getDocument'));
  const { nodeId } = Found.parse(
    await page.send('DOM.querySelector', {
      nodeId: root?.nodeId,
      selector: '.take-photo input[capture]',
    }),
  );
  await page.send('DOM.setFileInputFiles', { nodeId, files: [path] });
}

/** After `answerLines`, on the walk of a visit: the sections, all that is unanswered, one of it; a photo; what waits to be sent. */
export async function goThrough(page: BarePage, photo: string): Promise<Smoothness> {
  const answers = await longest(page);
  const checklist = await during(page, async () => {
    await scroll(page, '.rail', 2);
    await touch(page, '.walk-left button:last-child');
    await seen(page, `document.querySelector('.sheet .row') !== null`);
    await scroll(page, '.sheet-list', 8);
    await touch(page, '.sheet-list section:last-of-type .row');
    await seen(page, `document.querySelector('.sheet') === null`);
  });
  const pictures = `document.querySelectorAll('.photos img').length`;
  const before = Number(await ask(page, pictures));
  const kept = await during(page, async () => {
    await choosePhoto(page, photo);
    await seen(page, `${pictures} > ${before}`);
  });
  const outbox = await during(page, async () => {
    await touch(page, '.sync-place');
    await seen(page, `document.querySelector('.free-later') !== null`);
    await scroll(page, '.outbox', 3);
    await touch(page, '.free-later summary');
    await scroll(page, '.outbox', 2);
  });
  return { answers, checklist, photo: kept, outbox };
}
