import { existsSync } from 'node:fs';
import { environment, runProgram } from './test/run-program.ts';

/** Installs a Chromium: from the distribution when root on a Debian, else Playwright's. Returns what the installers said. */
export async function installChromium(): Promise<string> {
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
    const update = await runProgram('apt-get', ['update', '-q'], { env });
    const install = await runProgram('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], {
      env,
    });
    if (install.passed) return install.output;
    console.log(`${update.output}\n${install.output}`);
  }
  return (await runProgram('playwright-core', ['install', 'chromium'])).output;
}
