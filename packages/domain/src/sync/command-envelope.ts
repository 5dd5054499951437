import * as z from 'zod/mini';
import { Id } from '../input/id.ts';
import { clockShape } from './clock.ts';

const century = 100 * 366 * 86_400_000;

/** One thing that a person did, as the tablet logs it and the server receives it. Never rewritten once logged. */
export const CommandEnvelope = z.object({
  /** UUIDv7 made on the device: the identity by which it takes effect exactly once. */
  id: Id,
  action: z.string().check(z.maxLength(80)),
  /** Version of the payload's schema; the server accepts every released one. */
  schemaVersion: z.int().check(z.minimum(1), z.maximum(1000)),
  author: Id,
  /** As its author says; only a signature proves it. Never a person's id: under that the console numbers. */
  device: Id,
  visitId: Id,
  /** 1, 2, 3 … per device and visit. */
  seq: z.int().check(z.minimum(1), z.maximum(2_147_483_647)),
  clock: z.string().check(z.regex(clockShape)),
  /** Id of the command whose value the person saw and changed; null when there was none. */
  base: z.nullable(Id),
  /** The device's own time when written, and its last known distance from the server's (ms, server − device). */
  writtenAt: z.iso.datetime(),
  serverOffsetMs: z.nullable(z.int().check(z.minimum(-century), z.maximum(century))),
  payload: z.unknown(),
});
export type CommandEnvelope = z.infer<typeof CommandEnvelope>;
