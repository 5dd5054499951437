import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium of this machine: the one named by KYCUONG_CHROMIUM, a usual place, or Playwright's own. */
export function findChromium(): string | undefined {
  const named = process.env.KYCUONG_CHROMIUM;
  if (named) return named;
  return [...places, chromium.executablePath()].find((path) => existsSync(path));
}
