import { useSyncExternalStore } from 'react';
import type { AskAboutMarking, Marked } from './secrecy-check.ts';

interface Question extends Marked {
  readonly answer: (notSecret: boolean) => void;
}

let open: readonly Question[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Question[]): void {
  open = next;
  for (const listener of listeners) listener();
}

/** Puts the warning before the person, whatever screen is open, and waits for their word. */
export const askAboutMarking: AskAboutMarking = (marked) =>
  new Promise((resolve) => {
    const question: Question = {
      ...marked,
      answer: (notSecret) => {
        change(open.filter((other) => other !== question));
        resolve(notSecret);
      },
    };
    change([...open, question]);
  });

/** The tablet is being locked: whoever opens it next may be somebody else. What was asked about is not taken. */
export function withdrawQuestions(): void {
  for (const { answer } of open) answer(false);
}

/** The question that waits for an answer. */
export function useMarkingQuestion(): Question | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open[0],
  );
}
