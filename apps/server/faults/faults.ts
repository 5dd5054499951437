import type { Fault } from './fault.ts';
import { clockJumps } from './rows/clock-jumps.ts';
import { fullDisk } from './rows/full-disk.ts';
import { fuzzing } from './rows/fuzz.ts';
import { killBackend } from './rows/kill-backend.ts';
import { killPostmaster } from './rows/kill-postmaster.ts';
import { killServer } from './rows/kill-server.ts';
import { ownPostgres } from './rows/own-postgres.ts';

/** In the order in which they run. */
export const faults: readonly Fault[] = [
  killServer,
  killPostmaster,
  killBackend,
  ownPostgres,
  fullDisk,
  clockJumps,
  fuzzing,
];
