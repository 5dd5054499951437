import { Worker } from 'node:worker_threads';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { ImportForm, ReadForm, SentForm } from './import-form.ts';

/** What reading may take: five times what the largest list that is taken takes. */
const bounds = { timeMs: 30_000, memoryMb: 384 };
const program = new URL('./read-form.worker.ts', import.meta.url);

function failureOf(error: unknown): unknown {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? new DomainError('too-large', 'file.takes-too-much', { field: 'file' }) : error;
}

/**
 * Reads a form in a thread of its own, with memory and time of its own: whatever is in the file, the server answers
 * others meanwhile and is there afterwards.
 * @throws DomainError as `readForm`; `too-large` with `file.takes-too-long` or `file.takes-too-much`
 */
export async function readFormAside(sent: SentForm, { timeMs, memoryMb } = bounds): Promise<ImportForm> {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 };
  const worker = new Worker(program, { workerData: sent, resourceLimits });
  let timer: NodeJS.Timeout | undefined;
  try {
    const read = await new Promise<ReadForm>((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', (error) => reject(failureOf(error)));
      worker.on('exit', (code) => reject(new Error(`the reader ended with ${code} and no word`)));
      timer = setTimeout(() => {
        const details = { seconds: timeMs / 1_000, field: 'file' };
        reject(new DomainError('too-large', 'file.takes-too-long', details));
      }, timeMs);
    });
    if ('form' in read) return read.form;
    const { code, key, details, issues } = read.refused;
    throw new DomainError(code, key, details, issues);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
