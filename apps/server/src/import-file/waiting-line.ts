import { DomainError } from '@kycuong/domain/error/domain-error.ts';

/** Of those let in at once, one person may have so many. */
const mostOfOne = 2;

/** Lets few in at the same time, each with its work one after another. */
export interface WaitingLine {
  /** Gives back how to leave. @throws DomainError `throttled` when enough are in */
  readonly enter: (person: string) => () => void;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export function waitingLine(most: number): WaitingLine {
  const inside = new Map<symbol, string>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    enter: (person) => {
      const own = [...inside.values()].filter((one) => one === person).length;
      if (inside.size >= most || own >= mostOfOne) throw new DomainError('throttled', 'file.others-first');
      const place = Symbol(person);
      inside.set(place, person);
      return () => {
        inside.delete(place);
      };
    },
    inTurn: (work) => {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
