import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from '../embedded/binaries.ts';

/** Debian and what descends from it keep each major version in a folder of its own. */
const majors = '/usr/lib/postgresql';
const oldestSupported = 15;

/** The programs of the newest PostgreSQL that the distribution has installed, from 15 on; undefined without one. */
export function findDebianPrograms(): Binaries | undefined {
  const installed = existsSync(majors) ? readdirSync(majors).map(Number) : [];
  return installed
    .filter((major) => major >= oldestSupported)
    .sort((a, b) => b - a)
    .map((major) => join(majors, String(major), 'bin'))
    .map((bin) => ({ initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }))
    .find(({ initdb, postgres }) => existsSync(initdb) && existsSync(postgres));
}
