import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../migrations/', import.meta.url);

/** All migrations in their order. */
export const migrationFiles = readdirSync(folder)
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .map((name) => ({ name, words: readFileSync(new URL(name, folder), 'utf8') }));
