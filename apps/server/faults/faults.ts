import type { Fault } from './fault.ts';
import { fullDisk } from './rows/full-disk.ts';
import { fuzzing } from './rows/fuzz.ts';
import { killBackend } from './rows/kill-backend.ts';
import { killPostmaster } from './rows/kill-postmaster.ts';
import { killServer } from './rows/kill-server.ts';

/** In the order in which they run. */
export const faults: readonly Fault[] = [killServer, killPostmaster, killBackend, fullDisk, fuzzing];
