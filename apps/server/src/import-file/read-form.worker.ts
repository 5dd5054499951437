import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { ReadForm, SentForm } from './import-form.ts';
import { readForm } from './read-form.ts';

async function answer(sent: SentForm): Promise<ReadForm> {
  try {
    return { form: await readForm(sent) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, key, details, issues } = error;
    return { refused: { code, key, details, issues } };
  }
}

parentPort?.postMessage(await answer(workerData));
