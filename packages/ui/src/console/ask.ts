import { useSyncExternalStore } from 'react';

export interface Question {
  readonly title: string;
  /** What would be lost. */
  readonly text: string;
  /** The act that was begun. */
  readonly yes: string;
  readonly no: string;
}

interface Asked extends Question {
  readonly answer: (yes: boolean) => void;
}

let asked: Asked | undefined;
const listeners = new Set<() => void>();

function put(next: Asked | undefined): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** Asks before something is lost that cannot be had back. One question at a time: another one takes this one for a no. */
export function ask(question: Question): Promise<boolean> {
  asked?.answer(false);
  return new Promise((resolve) => {
    put({
      ...question,
      answer: (yes) => {
        put(undefined);
        resolve(yes);
      },
    });
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The question that waits for an answer. */
export const openQuestion = (): Asked | undefined => asked;

export function useQuestion(): Asked | undefined {
  return useSyncExternalStore(subscribe, openQuestion);
}
