import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod/mini';

const Message = z.object({
  id: z.optional(z.number()),
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ message: z.string() })),
});
const Targets = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), type: z.string() })) });
const Attached = z.object({ sessionId: z.string() });

/** A page of a Chromium with nothing attached to it but one wire for commands (Chrome DevTools Protocol). */
export interface BarePage {
  readonly send: (method: string, params?: object) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

function commandsOver(socket: WebSocket) {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = Message.parse(JSON.parse(String(data)));
    const asked = waiting.get(id ?? 0);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error.message));
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser is gone'));
  });
  return (method: string, params: object = {}, sessionId?: string): Promise<unknown> => {
    last += 1;
    const asked = Promise.withResolvers<unknown>();
    waiting.set(last, asked);
    socket.send(JSON.stringify({ id: last, method, params, sessionId }));
    return asked.promise;
  };
}

/**
 * Starts a Chromium of its own process on a profile folder, with an empty page. Playwright attaches to all that a page
 * does, has it record the stack of every error that is made, stops each worker at its start, and puts 330 kB of script
 * into the page before the first look at it: at a slow start that is a third of the time, and no tablet does it.
 */
export async function openBarePage(executablePath: string, profile: string): Promise<BarePage> {
  const child = spawn(
    executablePath,
    [
      ...['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--password-store=basic'],
      ...['--disable-background-networking', '--disable-component-update', '--lang=vi-VN'],
      ...['--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = once(child, 'exit');
  let words = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk;
      const [found] = /ws:\/\/\S+/.exec(words) ?? [];
      if (found !== undefined) resolve(found);
    });
    exited.then(() => reject(new Error(`Chromium did not start\n${words}`)), reject);
  });
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const command = commandsOver(socket);
  const { targetInfos } = Targets.parse(await command('Target.getTargets'));
  const targetId = targetInfos.find(({ type }) => type === 'page')?.targetId;
  const { sessionId } = Attached.parse(await command('Target.attachToTarget', { targetId, flatten: true }));
  return {
    send: (method, params) => command(method, params, sessionId),
    close: async () => {
      await Promise.all([exited, command('Browser.close').catch(() => undefined)]);
      socket.close();
    },
  };
}
