import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { DataFolder } from './data-folder.ts';

/** The refusal when another living process holds the folder and cannot be joined. */
export function folderLocked(folder: DataFolder, pid: number | string): DomainError {
  return new DomainError('conflict', 'system.data-locked', { folder: folder.root, pid });
}
