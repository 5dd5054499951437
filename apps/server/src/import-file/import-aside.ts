import { Worker } from 'node:worker_threads';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { SentForm, Word } from './import-form.ts';

/** What reading may take is five times what the largest list that is taken takes; the whole country is written in a minute. */
const bounds = { readMs: 30_000, writeMs: 600_000, memoryMb: 640 };
const program = new URL('./take-in.worker.ts', import.meta.url);

function failureOf(error: unknown): unknown {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? new DomainError('too-large', 'file.takes-too-much', { field: 'file' }) : error;
}

type TooLong = 'file.takes-too-long' | 'file.writing-takes-too-long';
function tooLong(key: TooLong, ms: number): DomainError {
  return new DomainError('too-large', key, { seconds: ms / 1_000, field: 'file' });
}

/**
 * Takes a list in, in a thread with memory, time and a session of the database of its own: whatever is in the file, the
 * server answers others meanwhile and is there afterwards. Gives the answer as JSON.
 * @throws DomainError as `takeIn`; `too-large` with `file.takes-too-long`, `file.writing-takes-too-long` or `file.takes-too-much`
 */
export async function importAside(sent: SentForm, { readMs, writeMs, memoryMb } = bounds): Promise<string> {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 };
  const worker = new Worker(program, { workerData: sent, resourceLimits });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<string>((resolve, reject) => {
      const within = (ms: number, key: TooLong) => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(tooLong(key, ms)), ms);
      };
      within(readMs, 'file.takes-too-long');
      worker.on('message', (word: Word) => {
        if ('read' in word) within(writeMs, 'file.writing-takes-too-long');
        else if ('answer' in word) resolve(word.answer);
        else {
          const { code, key, details, issues } = word.refused;
          reject(new DomainError(code, key, details, issues));
        }
      });
      worker.on('error', (error) => reject(failureOf(error)));
      worker.on('exit', (code) => reject(new Error(`an import ended with ${code} and no word`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
