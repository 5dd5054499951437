import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { type BarePage, openBarePage } from './browser-wire.ts';
import { code, slowdown, tabletSize, watch } from './tablet.ts';

const Evaluated = z.object({ result: z.object({ value: z.optional(z.unknown()) }) });
const Marks = z.object({ lockAt: z.number(), submitAt: z.number(), listAt: z.number() });

/** How often the page is asked whether it stands, and for how long at most, ms. */
const lookEachMs = 100;
const patienceMs = 60_000;

/** What an expression gives in the page. */
export async function ask(page: BarePage, expression: string): Promise<unknown> {
  return Evaluated.parse(await page.send('Runtime.evaluate', { expression, returnByValue: true })).result
    .value;
}

async function until(page: BarePage, mark: 'lockAt' | 'listAt'): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += lookEachMs) {
    await pause(lookEachMs);
    // In the middle of a navigation there is no page to ask.
    if ((await ask(page, `globalThis.benchMarks?.${mark} !== undefined`).catch(() => false)) === true) return;
  }
  throw new Error(`the page has no ${mark}`);
}

/** What no person does between the parts that are measured: the time between them is left out. */
async function typeCode(page: BarePage): Promise<void> {
  await page.send('Input.insertText', { text: code });
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
  await page.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\r', ...enter });
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
}

/**
 * Cold: a new browser process on the tablet's profile, without a network and with a slower processor. ms from the
 * navigation until the lock takes the code, and from the code until the list of visits can be used; then `goOn`.
 */
export async function startCold(
  executablePath: string,
  profile: string,
  url: string,
  goOn: (page: BarePage) => Promise<void>,
): Promise<{ readonly lock: number; readonly list: number }> {
  const page = await openBarePage(executablePath, profile);
  try {
    await page.send('Page.enable');
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watch})()` });
    await page.send('Emulation.setDeviceMetricsOverride', {
      ...tabletSize,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await page.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await page.send('Network.enable');
    const none = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    await page.send('Network.emulateNetworkConditions', { offline: true, ...none });
    await page.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.send('Page.navigate', { url });
    await until(page, 'lockAt');
    await typeCode(page);
    await until(page, 'listAt');
    const { lockAt, submitAt, listAt } = Marks.parse(await ask(page, 'benchMarks'));
    await goOn(page);
    return { lock: lockAt, list: listAt - submitAt };
  } finally {
    await page.close();
  }
}
