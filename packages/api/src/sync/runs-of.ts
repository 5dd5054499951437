import { mostPushedAtOnce } from '@kycuong/domain/sync/push.ts';
import * as z from 'zod/mini';
import { inTurns } from '../in-turns.ts';
import type { OpenedCommand } from './open-parcel.ts';

/** Whose a command says it is. That alone proves nothing. */
export interface Claim {
  readonly author: string | undefined;
  /** Its author signed in on the very device that signed the parcel, and wrote it there. */
  readonly vouched: boolean;
}

export interface Run extends Claim {
  readonly commands: unknown[];
}

/** What each may come before or after, as long as it is about something else; all other acts concern the whole visit. */
const Apart = z.object({
  id: z.string(),
  action: z.enum(['answer.set', 'finding.raise', 'finding.amend', 'dossier.sample', 'evidence.attach']),
  visitId: z.string(),
  base: z.catch(z.nullable(z.string()), null),
  payload: z.catch(
    z.object({
      itemCode: z.optional(z.unknown()),
      findingId: z.optional(z.unknown()),
      sampleId: z.optional(z.unknown()),
      target: z.optional(z.object({ id: z.unknown() })),
    }),
    {},
  ),
});
const OfVisit = z.object({ id: z.string(), visitId: z.string() });

interface Place {
  readonly id: string;
  /** Undefined: any. */
  readonly visitId: string | undefined;
  /** Undefined: the whole visit. */
  readonly touches: readonly string[] | undefined;
}

function placeOf(command: unknown): Place {
  const apart = Apart.safeParse(command).data;
  if (apart === undefined) {
    const { id = '', visitId } = OfVisit.safeParse(command).data ?? {};
    return { id, visitId, touches: undefined };
  }
  const { id, visitId, base, payload } = apart;
  const { itemCode, findingId, sampleId, target } = payload;
  const named = [itemCode === undefined ? undefined : `${visitId} ${itemCode}`, findingId, sampleId];
  const touches = [id, base, ...named, target?.id].filter((one) => typeof one === 'string');
  return { id, visitId, touches };
}

/** Where in the row of runs anything was touched last, by what others have to keep behind. */
class Ground {
  #any = -1;
  readonly #visits = new Map<string, number>();
  readonly #wholeVisits = new Map<string, number>();
  readonly #touched = new Map<string, number>();

  /** A run at this place touches it. */
  add({ visitId, touches }: Place, at: number): void {
    const note = (places: Map<string, number>, one: string) =>
      places.set(one, Math.max(at, places.get(one) ?? -1));
    if (visitId === undefined) this.#any = Math.max(at, this.#any);
    else {
      note(this.#visits, visitId);
      if (touches === undefined) note(this.#wholeVisits, visitId);
    }
    for (const one of touches ?? []) note(this.#touched, one);
  }

  /** The last run that it may not pass, of all up to `last`; -1: none. */
  lastBefore({ visitId, touches }: Place, last: number): number {
    if (visitId === undefined) return last;
    const own =
      touches === undefined ? [this.#visits.get(visitId)] : touches.map((one) => this.#touched.get(one));
    return Math.max(this.#any, this.#wholeVisits.get(visitId) ?? -1, ...own.map((at) => at ?? -1));
  }
}

/** Bytes of text that are judged in one transaction: as one author sends at once, and as much again. */
const largestRunBytes = 2 * 1024 * 1024;

/**
 * Runs of one author, each judged in a transaction. What one author wrote keeps its order; a command joins its author's
 * last run past what others wrote in between, unless it is about the same or builds on it: later work may need a
 * colleague's to be there. However many authors a parcel names, each command is looked at once.
 */
export async function runsOf(
  opened: readonly OpenedCommand[],
  claimOf: (command: unknown) => Claim,
): Promise<Run[]> {
  const runs: Run[] = [];
  const ground = new Ground();
  const lastOf = new Map<string, { readonly run: Run; readonly at: number; bytes: number }>();
  for await (const { command, bytes } of inTurns(opened)) {
    const { author, vouched } = claimOf(command);
    const place = placeOf(command);
    const key = `${author} ${vouched}`;
    const last = lastOf.get(key);
    if (
      last !== undefined &&
      last.run.commands.length < mostPushedAtOnce &&
      last.bytes + bytes <= largestRunBytes &&
      ground.lastBefore(place, runs.length - 1) <= last.at
    ) {
      last.run.commands.push(command);
      last.bytes += bytes;
      ground.add(place, last.at);
    } else {
      const run = { author, vouched, commands: [command] };
      ground.add(place, runs.length);
      lastOf.set(key, { run, at: runs.length, bytes });
      runs.push(run);
    }
  }
  return runs;
}
