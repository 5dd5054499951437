import { findChromium } from '../../apps/server/test/find-chromium.ts';
import { installChromium } from '../chromium.ts';
import type { Finished } from './run-program.ts';

/** A Chromium for the browser tests: the machine's, else one installed now. */
export async function chromiumStep(): Promise<Finished & { readonly path: string | undefined }> {
  const found = findChromium();
  if (found !== undefined) return { passed: true, output: found, path: found };
  const output = await installChromium();
  const path = findChromium();
  return { passed: path !== undefined, output, path };
}
