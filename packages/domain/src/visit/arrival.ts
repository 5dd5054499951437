import { dateInVietnam } from '../calendar/plain-date.ts';
import { type FieldCommand, timeOf } from '../sync/field-command.ts';
import { beforeWork } from './visit-begun.ts';

/** Who is said to have arrived at a visit, and when. */
export interface Arrival {
  checkedInAt: string | null;
  checkedInBy: string | null;
  /** Somebody checked in, and it was taken back. */
  checkInTakenBack: boolean;
  /** By account: when those arrived whose check-in somebody else took back. */
  readonly takenBack: Map<string, string>;
}

export const nobodyYet = (): Arrival => ({
  checkedInAt: null,
  checkedInBy: null,
  checkInTakenBack: false,
  takenBack: new Map(),
});

const dayOf = (at: string) => dateInVietnam(new Date(at));

function takeBack(arrival: Arrival, author: string): void {
  const { checkedInAt: at, checkedInBy: by, takenBack } = arrival;
  if (at !== null && by !== null) takenBack.set(by, at);
  // Nobody disputes a word that its author withdrew.
  takenBack.delete(author);
  arrival.checkedInAt = null;
  arrival.checkedInBy = null;
  arrival.checkInTakenBack = true;
}

function arrive(arrival: Arrival, author: string, at: string): void {
  arrival.takenBack.delete(author);
  arrival.checkInTakenBack = false;
  if (arrival.checkedInAt !== null) return;
  arrival.checkedInAt = at;
  arrival.checkedInBy = author;
}

/**
 * Takes one more command of the visit into account, in place. Of several arrivals the first to be applied counts. A colleague can
 * take one back without knowing what its author wrote on there, offline: what that one wrote on the same day makes the arrival
 * stand again. On another day it does not: then the check-in may well have been too early.
 */
export function noteArrival(arrival: Arrival, command: FieldCommand): void {
  const { action, author } = command;
  if (action === 'visit.check-in') arrive(arrival, author, timeOf(command, command.payload.arrivedAt).at);
  else if (action === 'visit.take-back-check-in') takeBack(arrival, author);
  else if (arrival.checkedInAt === null && !beforeWork.has(action)) {
    const at = arrival.takenBack.get(author);
    if (at !== undefined && dayOf(at) === dayOf(timeOf(command).at)) arrive(arrival, author, at);
  }
}
