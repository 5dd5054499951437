import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import type { BarePage } from './browser-wire.ts';
import { ask } from './cold-start.ts';

export const Point = z.object({ x: z.number(), y: z.number() });
const Line = z.object({ code: z.string(), fits: Point });
const Times = z.array(z.number());

/** For half a second a new card takes no finger; nobody has read the line and answered it sooner than this after it came. */
const shortestPauseMs = 800;
const lookEachMs = 100;
const patienceMs = 30_000;

/** A touch as the browser gets it from the screen, and nothing else. */
export async function touchAt(page: BarePage, point: z.infer<typeof Point>): Promise<void> {
  await Promise.all([
    page.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] }),
    page.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] }),
  ]);
}

/** Each pause is another one, so that touches fall on all that a page does by itself after the one before. */
const pauseBefore = (touch: number) => pause(shortestPauseMs + ((touch * 7) % 10) * 60);

/** The middle of an element, as an expression in the page. */
export const middleOf = (element: string) =>
  `(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }))(${element}.getBoundingClientRect())`;

/**
 * Looks at the page now and then until it gives what is wanted: whatever waited in the page itself would have to be done
 * by the slow processor. Not at once: a look has the page do something too, in the midst of what is measured.
 */
export async function lookUntil<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  for (let waited = 0; waited < patienceMs; waited += lookEachMs) {
    await pause(lookEachMs);
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error('the page does not go on');
}

/** The line that is asked just now, and where the finger goes for "Đạt". */
const lineNow = `(() => {
  const option = document.querySelector('.card .kc-segment-option');
  const code = /M\\d+/.exec(document.querySelector('.card-place')?.textContent ?? '')?.[0];
  return option && code ? { code, fits: ${middleOf('option')} } : undefined;
})()`;

/** Answers line after line of the visit by touch, at a person's pace. Touch to durable of each, ms. */
export async function answerLines(page: BarePage, visitId: string, touches: number): Promise<number[]> {
  const lineAfter = (code: string | undefined) =>
    lookUntil(async () => {
      const { data: line } = Line.safeParse(await ask(page, lineNow));
      return line?.code === code ? undefined : line;
    });
  await ask(page, 'benchMarks.longTasks.splice(0)');
  await touchAt(
    page,
    Point.parse(await ask(page, middleOf(`document.querySelector('a[href*="${visitId}"]')`))),
  );
  let line = await lineAfter(undefined);
  for (let touch = 0; touch < touches; touch += 1) {
    await pauseBefore(touch);
    await touchAt(page, line.fits);
    line = await lineAfter(line.code);
  }
  const answers = Times.parse(await ask(page, 'benchMarks.answers'));
  if (answers.length !== touches) throw new Error(`${answers.length} of ${touches} touches were written`);
  return answers;
}

/** Runs in the page: a page with nothing on it that writes one row of the size of a command at each touch. */
async function bare(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('bench-bare');
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
    opening.onsuccess = () => resolve(opening.result);
  });
  const field = document.createElement('button');
  field.style.cssText = 'position:fixed;inset:0;touch-action:manipulation';
  document.body.replaceChildren(field);
  let touchedAt = 0;
  field.addEventListener('pointerdown', ({ timeStamp }) => {
    touchedAt = timeStamp;
  });
  field.addEventListener('touchend', (event) => {
    const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').add({ id: crypto.randomUUID(), sealed: new Uint8Array(700) });
    transaction.commit();
    transaction.oncomplete = () => window.benchMarks.answers.push(performance.now() - touchedAt);
    event.preventDefault();
  });
}

/** The same touches where there is no app at all: what Chromium and the disk take by themselves, ms each. */
export async function touchBarePage(page: BarePage, url: string, touches: number): Promise<number[]> {
  await page.send('Page.navigate', { url });
  await lookUntil(async () =>
    (await ask(page, `location.href === '${url}' && document.readyState === 'complete'`).catch(() => false))
      ? true
      : undefined,
  );
  await page.send('Runtime.evaluate', { expression: `(${bare})()`, awaitPromise: true });
  for (let touch = 0; touch < touches; touch += 1) {
    await pauseBefore(touch);
    await touchAt(page, { x: 300, y: 300 });
    await lookUntil(async () =>
      (await ask(page, 'benchMarks.answers.length')) === touch + 1 ? true : undefined,
    );
  }
  return Times.parse(await ask(page, 'benchMarks.answers'));
}
