import { fork } from 'node:child_process';
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import type { Flood } from './flooder.ts';

const probeEveryMs = 20;
const flooder = fileURLToPath(new URL('./flooder.ts', import.meta.url));

interface Probe {
  readonly path: string;
  readonly cookie?: string;
}

/** How long an answer took. What is not answered 200 is an error: a refusal would be the quickest. */
function timeOf(url: string, { path, cookie }: Probe, agent: Agent): Promise<number> {
  const begun = performance.now();
  const headers = cookie === undefined ? {} : { cookie };
  return new Promise((resolve, reject) => {
    const outgoing = get(new URL(path, url), { agent, headers }, (incoming) => {
      incoming.resume();
      incoming.on('end', () => {
        if (incoming.statusCode === 200) resolve(performance.now() - begun);
        else reject(new Error(`${path} answered ${incoming.statusCode}`));
      });
    });
    outgoing.on('error', reject);
  });
}

/** Each probe's longest wait while the flood was under way, and how each of the flood was answered. */
export async function underFlood<Name extends string>(flood: Flood, probes: Record<Name, Probe>) {
  const agent = new Agent({ keepAlive: true });
  const all = Object.values<Probe>(probes);
  let isOver = false;
  // One after another: probes that wait beside each other would be a flood of their own.
  const longestOf = async (one: Probe) => {
    let wait = 0;
    while (!isOver) {
      wait = Math.max(wait, await timeOf(flood.url, one, agent));
      await pause(probeEveryMs);
    }
    return wait;
  };
  for (const one of all) await timeOf(flood.url, one, agent);
  const child = fork(flooder);
  const answered = new Promise<number[]>((resolve, reject) => {
    child.once('message', (statuses) => resolve(z.parse(z.array(z.number()), statuses)));
    child.once('exit', (code) => reject(new Error(`the flooder ended with ${code}`)));
  });
  child.send(flood);
  const ends = Promise.all(all.map(longestOf));
  const statuses = await answered.finally(() => {
    isOver = true;
  });
  const longest = await ends;
  agent.destroy();
  const named = Object.keys(probes).map((name, index) => [name, longest[index] ?? 0] as const);
  return { statuses, waits: Object.fromEntries(named) as Record<Name, number> };
}
