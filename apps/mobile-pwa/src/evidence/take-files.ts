import { fileNameToKeep } from '@kycuong/domain/evidence/file-name.ts';
import type { Captured } from './capture.ts';
import type { NotTakenFile } from './not-taken.tsx';
import { takeFile } from './take-file.ts';

interface TakingFiles {
  readonly camera: boolean;
  /** What the caption's field said when the files were handed over. */
  readonly said: string;
  readonly field: { readonly now: () => string; readonly clear: () => void | Promise<void> };
  readonly onCapture: (captured: Captured) => Promise<void>;
  readonly onNotTaken: (file: NotTakenFile) => void;
}

/**
 * Takes files in one after the other. The caption's field is emptied of what went with them and of nothing else: what was
 * typed there meanwhile is the person's, and waits for the next.
 */
export async function takeFiles(
  files: readonly File[],
  { camera, said, field, onCapture, onNotTaken }: TakingFiles,
): Promise<void> {
  let refused = 0;
  for (const file of files) {
    const problem = await takeFile(file, { camera, caption: said, onCapture });
    if (problem === null) continue;
    refused += 1;
    onNotTaken({ name: fileNameToKeep(file.name), problem });
  }
  // Words for what was not taken wait for the next try.
  if (refused < files.length && field.now().trim() === said) await field.clear();
}
