import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { withHashes } from './scripts/app-files.ts';
import { classicScripts } from './scripts/classic-scripts.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
process.env.VITE_APP_VERSION ??= version;
const dist = fileURLToPath(new URL('dist', import.meta.url));

export default defineConfig({
  base: '/field/',
  plugins: [
    react(),
    classicScripts(),
    VitePWA({
      // The service worker holds the app itself and nothing else: no answer of the API ever lies in its cache.
      strategies: 'injectManifest',
      srcDir: 'worker',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/field/',
        name: 'Kỷ Cương hiện trường',
        short_name: 'Kỷ Cương',
        description: 'Ghi kết quả kiểm tra tại đơn vị, kể cả khi không có mạng.',
        lang: 'vi',
        dir: 'ltr',
        start_url: '/field/',
        scope: '/field/',
        display: 'standalone',
        background_color: '#faf8f5',
        theme_color: '#0b5b61',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
        manifestTransforms: [
          async (entries) => ({
            manifest: (await withHashes(entries, dist)).map((file) => ({ ...file, revision: null, size: 0 })),
            warnings: [],
          }),
        ],
      },
    }),
  ],
  // Its one build for browsers of today, without the wrapper that looks for a second copy of itself.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
  server: { port: 5174, proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    target: 'baseline-widely-available',
    manifest: true,
    // The content security policy allows scripts from files only, so nothing may be inlined.
    assetsInlineLimit: 0,
  },
});
