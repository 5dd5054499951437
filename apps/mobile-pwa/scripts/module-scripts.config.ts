import type { UserConfig } from 'vite';
import today from '../vite.config.ts';
import { classicScripts } from './classic-scripts.ts';

const classic = new Set(classicScripts().map(({ name }) => name));

/** The app as it was built before its scripts were classic ones: what a tablet may hold that was not opened since. */
export default {
  ...today,
  plugins: (today.plugins ?? [])
    .flat()
    .filter((plugin) => !(plugin && 'name' in plugin && classic.has(plugin.name))),
} satisfies UserConfig;
