import { inflateRawSync } from 'node:zlib';

/** The text of a Word document: its entries stand one after another, each with its sizes before it. */
export function wordText(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  for (let at = 0; file.readUInt32LE(at) === 0x04034b50; ) {
    const size = file.readUInt32LE(at + 18);
    const nameEnd = at + 30 + file.readUInt16LE(at + 26);
    const start = nameEnd + file.readUInt16LE(at + 28);
    const content = file.subarray(start, start + size);
    if (file.subarray(at + 30, nameEnd).toString() === 'word/document.xml') {
      const xml = file.readUInt16LE(at + 8) === 0 ? content : inflateRawSync(content);
      return xml
        .toString()
        .replaceAll(/<\/w:p>/g, '\n')
        .replaceAll(/<[^>]+>/g, '');
    }
    at = start + size;
  }
  throw new Error('no text in the document');
}
