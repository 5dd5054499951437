import { readFile } from 'node:fs/promises';

/**
 * A file's text; undefined when there is no such file. Any other failure is thrown: a key that merely cannot be read just
 * now must never be taken for missing and replaced.
 */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
