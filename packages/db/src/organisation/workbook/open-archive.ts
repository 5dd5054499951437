import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { largestUnpackedMegabytes } from '@kycuong/domain/organisation/import-row.ts';
import { type Entry, fromBufferPromise } from 'yauzl';

const largestUnpacked = largestUnpackedMegabytes * 1024 * 1024;
/** A workbook with a sheet for each day of a year, each with its drawing and relations, has fewer. */
const mostEntries = 5_000;

/** A ZIP file of which nothing is unpacked but what is asked for. */
export interface Archive {
  readonly names: readonly string[];
  /** The unpacked text of an entry in UTF-8, piece by piece; undefined: there is none of that name. */
  readonly read: (name: string) => AsyncIterable<string> | undefined;
}

/**
 * Opens the archive's directory. Unpacked bytes are counted as they come, over everything that is read of it: what the
 * directory says of them is written by whoever made the file.
 * @throws DomainError `invalid` with `file.not-a-table` when it is none
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await fromBufferPromise(bytes, { autoClose: false }).catch(() => {
    throw new DomainError('invalid', 'file.not-a-table');
  });
  if (zip.entryCount > mostEntries) throw new DomainError('invalid', 'file.not-a-table');
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch {
    throw new DomainError('invalid', 'file.not-a-table');
  }
  let unpacked = 0;
  async function* readEntry(entry: Entry): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      if (!(chunk instanceof Uint8Array)) throw new Error('an entry gave no bytes');
      unpacked += chunk.length;
      if (unpacked > largestUnpacked)
        throw new DomainError('too-large', 'file.unpacked-too-large', {
          megabytes: largestUnpackedMegabytes,
        });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  }
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      return entry && readEntry(entry);
    },
  };
}
