import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  /** Of a chunk that was put together by name, which has no source of its own. */
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** At most this much gzipped JavaScript to the inspector's first usable screen: what it was brought down to, and a little room. */
export const budgetBytes = 168_000;

/**
 * The entry brings the lock and the list of visits, the walk is the screen in which an inspector works; the first time
 * on a device the sign-in stands before them, and the client that asks the server.
 */
const needed = ['index.html', 'src/access/sign-in.tsx', 'server', 'walk'];

/** Gzipped bytes (level 9) of each script that the entry and the walk need, after a build. */
export function firstScreenWeight(dist: URL): ReadonlyMap<string, number> {
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(new URL('.vite/manifest.json', dist), 'utf8'),
  );
  const weights = new Map<string, number>();
  const visit = (name: string) => {
    const chunk = manifest[name] ?? Object.values(manifest).find((one) => one.name === name);
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (weights.has(chunk.file)) return;
    weights.set(chunk.file, gzipSync(readFileSync(new URL(chunk.file, dist)), { level: 9 }).length);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const name of needed) visit(name);
  return weights;
}
