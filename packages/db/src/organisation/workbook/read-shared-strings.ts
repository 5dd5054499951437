import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { mostFilledCells } from '@kycuong/domain/organisation/import-row.ts';
import { addText, unescapeText } from './kept-text.ts';
import { readXml } from './read-xml.ts';

/** The texts that cells name by number. Phonetic readings beside a text are not part of it. */
export async function readSharedStrings(pieces: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = [];
  let [item, inText, inReading] = ['', false, false];
  await readXml(pieces, {
    open: (name) => {
      if (name === 'si') item = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') inText = !inReading;
    },
    text: (text) => {
      if (inText) item = addText(item, text);
    },
    close: (name) => {
      if (name === 'rPh') inReading = false;
      else if (name === 't') inText = false;
      else if (name === 'si' && strings.push(unescapeText(item)) > mostFilledCells)
        throw new DomainError('too-large', 'file.too-many-cells', { maximum: mostFilledCells });
    },
  });
  return strings;
}
