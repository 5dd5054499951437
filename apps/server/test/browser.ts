import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { inject } from 'vitest';
import { findChromium } from './find-chromium.ts';
// Brings the type of what the global set-up provides.
import type {} from './global-setup.ts';

/** The address of the running house. @throws Error with what the server said when it did not start */
export function houseUrl(): string {
  const house = inject('house');
  if (house.url === undefined) throw new Error(`the server did not start:\n${house.words}`);
  return house.url;
}

export const chromiumArguments: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A real Chromium. @throws Error when the machine has none */
export async function launchBrowser(more: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium on this machine');
  return await chromium.launch({ executablePath, args: [...chromiumArguments], ...more });
}
