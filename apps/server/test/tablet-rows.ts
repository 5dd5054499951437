import type { Page } from 'playwright-core';

/** What of the tablet's database is plain, as another connection to it sees it: keys and indexes. */
export interface TabletRows {
  readonly commands: readonly string[];
  readonly receipts: readonly string[];
  /** Hashes of the files that are kept. */
  readonly files: readonly string[];
  readonly uploads: readonly {
    readonly evidenceId: string;
    readonly sha256: string;
    readonly received: boolean;
  }[];
}

export function tabletRows(page: Page): Promise<TabletRows> {
  return page.evaluate(async () => {
    const asked = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await asked(indexedDB.open('kycuong-field'));
    const all = database.transaction(['commands', 'receipts', 'files', 'uploads']);
    const [commands, receipts, files, uploads] = await Promise.all([
      asked(all.objectStore('commands').getAllKeys()),
      asked(all.objectStore('receipts').getAllKeys()),
      asked(all.objectStore('files').getAllKeys()),
      asked(all.objectStore('uploads').getAll()),
    ]);
    database.close();
    return {
      commands: commands.map(String),
      receipts: receipts.map(String),
      files: files.map((key) => (Array.isArray(key) ? String(key[1]) : '')),
      uploads: uploads.map(({ evidenceId, sha256, receivedAt }) => ({
        evidenceId: String(evidenceId),
        sha256: String(sha256),
        received: receivedAt !== null,
      })),
    };
  });
}
