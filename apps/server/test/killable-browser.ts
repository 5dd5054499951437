import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumArguments } from './browser.ts';
import { findChromium } from './find-chromium.ts';

export interface KillableBrowser {
  readonly context: BrowserContext;
  readonly newPage: () => Promise<Page>;
  /** The whole process and its children, at once. */
  readonly kill: () => Promise<void>;
}

async function whereItListens(child: ChildProcess): Promise<string> {
  let words = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      words += String(chunk);
      const found = /ws:\/\/\S+/.exec(words)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.on('exit', () => reject(new Error(`Chromium ended:\n${words}`)));
  });
}

/** A Chromium with a profile on the disk, whose process may be killed and started again upon the same profile. */
export async function openKillableBrowser(profile: string): Promise<KillableBrowser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium on this machine');
  const child = spawn(
    executablePath,
    [...chromiumArguments, '--lang=vi-VN', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
    // A group of its own, so that none of its processes outlives it.
    { detached: process.platform !== 'win32', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const browser: Browser = await chromium.connectOverCDP(await whereItListens(child));
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('a browser without a context');
  return {
    context,
    newPage: async () => {
      const page = await context.newPage();
      await page.setViewportSize({ width: 820, height: 1180 });
      return page;
    },
    kill: async () => {
      const { pid } = child;
      if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      if (process.platform === 'win32') child.kill('SIGKILL');
      else process.kill(-pid, 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined);
    },
  };
}
