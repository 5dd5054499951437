import { build } from 'vite';
import today from '../vite.config.ts';
import { classicScripts } from './classic-scripts.ts';

/**
 * Builds the app as it was before its scripts were classic ones, into the folder that is named: what a tablet may hold
 * that was not opened since.
 */
const [outDir = ''] = process.argv.slice(2);
const classic = new Set(classicScripts().map(({ name }) => name));
await build({
  ...today,
  configFile: false,
  logLevel: 'error',
  plugins: (today.plugins ?? [])
    .flat()
    .filter((plugin) => !(plugin && 'name' in plugin && classic.has(plugin.name))),
  build: { ...today.build, outDir },
});
