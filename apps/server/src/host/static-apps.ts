import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { problem } from './problem.ts';

export type BuiltApp = { readonly prefix: '/' | '/field/'; readonly root: string };

const dist = (app: string) => fileURLToPath(new URL(`../../../${app}/dist`, import.meta.url));

/** The console and the tablet app, where their builds leave them. */
const builtApps: readonly BuiltApp[] = [
  { prefix: '/field/', root: dist('mobile-pwa') },
  { prefix: '/', root: dist('web') },
];

export function missingApps(): BuiltApp[] {
  return builtApps.filter(({ root }) => !existsSync(join(root, 'index.html')));
}

/** Serves the apps; an address without a file is a screen, and gets the app that knows it. */
export async function addStaticApps(app: FastifyInstance, apps = builtApps): Promise<void> {
  const present = apps.filter(({ root }) => existsSync(root));
  for (const [index, { prefix, root }] of present.entries()) {
    await app.register(files, {
      root,
      prefix,
      decorateReply: index === 0,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Names below assets/ carry a hash of their content; everything else may change under the same name.
        const frozen = path.startsWith(join(root, 'assets'));
        reply.header('Cache-Control', frozen ? 'public, max-age=31536000, immutable' : 'no-cache');
        if (basename(path) === 'no-slash.js') reply.header('Service-Worker-Allowed', prefix.slice(0, -1));
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const [path = '/'] = request.url.split('?');
    if (path === '/field') return await reply.redirect('/field/');
    const isScreen = ['GET', 'HEAD'].includes(request.method) && !/^\/api(\/|$)|\.\w+$/.test(path);
    if (!isScreen) return await reply.code(404).send(problem('not-found', 'record.not-found'));
    const screen = apps.find(({ prefix }) => path.startsWith(prefix));
    if (screen === undefined || !existsSync(join(screen.root, 'index.html'))) {
      return await reply.code(503).send(problem('not-found', 'system.not-built'));
    }
    return await reply.header('Cache-Control', 'no-cache').sendFile('index.html', screen.root);
  });
}
