import { fork } from 'node:child_process';
import { Agent, get } from 'node:http';
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
  const waits = all.map((): Promise<number>[] => []);
  const probe = () => {
    for (const [index, one] of all.entries()) waits[index]?.push(timeOf(flood.url, one, agent));
  };
  for (const one of all) await timeOf(flood.url, one, agent);
  const child = fork(flooder);
  const answered = new Promise<number[]>((resolve, reject) => {
    child.once('message', (statuses) => resolve(z.parse(z.array(z.number()), statuses)));
    child.once('exit', (code) => reject(new Error(`the flooder ended with ${code}`)));
  });
  const timer = setInterval(probe, probeEveryMs);
  child.send(flood);
  const statuses = await answered;
  clearInterval(timer);
  probe();
  const longest = await Promise.all(waits.map(async (some) => Math.max(...(await Promise.all(some)))));
  agent.destroy();
  const named = Object.keys(probes).map((name, index) => [name, longest[index] ?? 0] as const);
  return { statuses, waits: Object.fromEntries(named) as Record<Name, number> };
}
