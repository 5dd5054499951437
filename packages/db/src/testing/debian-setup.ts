import type { TestProject } from 'vitest/node';
import { setupOn } from './global-setup.ts';
import { openDebian } from './open-debian.ts';

/** As everywhere, but upon the PostgreSQL that a province has from its distribution. */
export default function setup(project: TestProject): Promise<() => Promise<void>> {
  return setupOn(project, openDebian);
}
