import { mostPushedAtOnce } from '@kycuong/domain/sync/push.ts';
import * as z from 'zod/mini';

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

/** What of a run others have to keep behind. */
class Ground {
  #any = false;
  readonly #visits = new Set<string>();
  readonly #wholeVisits = new Set<string>();
  readonly #touched = new Set<string>();

  add({ visitId, touches }: Place): void {
    if (visitId === undefined) this.#any = true;
    else {
      this.#visits.add(visitId);
      if (touches === undefined) this.#wholeVisits.add(visitId);
    }
    for (const one of touches ?? []) this.#touched.add(one);
  }

  holdsBack({ visitId, touches }: Place): boolean {
    if (this.#any || visitId === undefined || this.#wholeVisits.has(visitId)) return true;
    return touches === undefined ? this.#visits.has(visitId) : touches.some((one) => this.#touched.has(one));
  }
}

/**
 * Runs of one author, each judged in a transaction. What one author wrote keeps its order; a command joins its author's
 * last run past what others wrote in between, unless it is about the same or builds on it: later work may need a
 * colleague's to be there.
 */
export function runsOf(commands: readonly unknown[], claimOf: (command: unknown) => Claim): Run[] {
  const runs: (Run & { readonly ground: Ground })[] = [];
  for (const command of commands) {
    const { author, vouched } = claimOf(command);
    const place = placeOf(command);
    const own = runs.findLast((run) => run.author === author && run.vouched === vouched);
    const between = own === undefined ? [] : runs.slice(runs.indexOf(own) + 1);
    const mayJoin = own !== undefined && own.commands.length < mostPushedAtOnce;
    if (mayJoin && !between.some(({ ground }) => ground.holdsBack(place))) {
      own.commands.push(command);
      own.ground.add(place);
    } else {
      const ground = new Ground();
      ground.add(place);
      runs.push({ author, vouched, commands: [command], ground });
    }
  }
  return runs;
}
