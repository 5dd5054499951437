import { inflateRawSync } from 'node:zlib';

/** The XML of a Word document's text: its entries stand one after another, each with its sizes before it. */
export function wordXml(bytes: Uint8Array, part = 'word/document.xml'): string {
  const file = Buffer.from(bytes);
  for (let at = 0; file.readUInt32LE(at) === 0x04034b50; ) {
    const size = file.readUInt32LE(at + 18);
    const nameEnd = at + 30 + file.readUInt16LE(at + 26);
    const start = nameEnd + file.readUInt16LE(at + 28);
    const content = file.subarray(start, start + size);
    if (file.subarray(at + 30, nameEnd).toString() === part)
      return (file.readUInt16LE(at + 8) === 0 ? content : inflateRawSync(content)).toString();
    at = start + size;
  }
  throw new Error('no text in the document');
}

/** The text of a Word document, a paragraph a line. */
export function wordText(bytes: Uint8Array, part?: string): string {
  return wordXml(bytes, part)
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '');
}
