import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { SentForm, Word } from './import-form.ts';
import { takeIn } from './take-in.ts';

const say = (word: Word) => parentPort?.postMessage(word);

async function answer(sent: SentForm): Promise<Word> {
  try {
    return { answer: await takeIn(sent, () => say({ read: true })) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, key, details, issues } = error;
    return { refused: { code, key, details, issues } };
  }
}

say(await answer(workerData));
