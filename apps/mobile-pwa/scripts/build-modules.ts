import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import today from '../vite.config.ts';
import { classicScripts } from './classic-scripts.ts';

/**
 * Builds the app as it was before its scripts were classic ones and its worker looked at what it got, into the folder
 * that is named: what a tablet may hold that was not opened since.
 */
const [outDir = ''] = process.argv.slice(2);
const classic = new Set(classicScripts().map(({ name }) => name));
const isOfToday = (name: string) => classic.has(name) || name.startsWith('vite-plugin-pwa');
await build({
  ...today,
  configFile: false,
  logLevel: 'error',
  plugins: [
    ...(today.plugins ?? [])
      .flat()
      .filter((plugin) => !(plugin && 'name' in plugin && isOfToday(plugin.name))),
    VitePWA({
      strategies: 'generateSW',
      registerType: 'prompt',
      injectRegister: false,
      manifest: false,
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
        navigateFallback: '/field/index.html',
        navigateFallbackAllowlist: [/^\/field\//],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        skipWaiting: false,
        inlineWorkboxRuntime: true,
        sourcemap: false,
        importScripts: ['believes.js'],
      },
    }),
  ],
  build: { ...today.build, outDir },
});
// To that app, a worker that was there was all that it asked for.
await writeFile(
  join(outDir, 'believes.js'),
  "addEventListener('message', ({ data, ports }) => data.type === 'IS_WHOLE' && ports[0].postMessage(true));",
);
