import { ImportRefused } from './send-import.ts';

/**
 * What a file holds now, so that exactly what was checked is imported, whatever is saved over it meanwhile.
 * @throws ImportRefused when it was changed since it was chosen, and browsers let nobody read it any more
 */
export async function holdFile(file: File): Promise<File> {
  try {
    return new File([await file.arrayBuffer()], file.name);
  } catch {
    throw new ImportRefused({ key: 'file.changed-since-chosen', details: { field: 'file' }, issues: [] });
  }
}
