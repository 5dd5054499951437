import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The worker's list with the hash of each file, by which it knows that it got the right one. */
export function withHashes<Entry extends { readonly url: string }>(
  entries: readonly Entry[],
  dist: string,
): Promise<{ readonly url: string; readonly integrity: string }[]> {
  return Promise.all(
    entries.map(async ({ url }) => {
      const hash = createHash('sha256')
        .update(await readFile(join(dist, url)))
        .digest('base64');
      return { url, integrity: `sha256-${hash}` };
    }),
  );
}
