import { Packer } from 'docx';
import { expect, it } from 'vitest';
import { wordText, wordXml } from '../testing/word-text.ts';
import { ruledTable } from './document-tables.ts';
import { body, line, officialDocument } from './official-document.ts';

/** What XML 1.0 takes; a document with anything else in it is opened by no Word. */
const xmlText = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

it('opens whatever was stored once', async () => {
  const stored = 'Biên bản\v số 12\u0003\ufffe\ud83d\uffff & <phụ lục>';
  const bytes = await Packer.toBuffer(
    officialDocument(stored, [line(stored), ...body(stored), ruledTable([stored], [[stored]], [100])]),
  );
  for (const part of ['word/document.xml', 'docProps/core.xml'])
    expect(wordXml(bytes, part)).toMatch(xmlText);
  const told = wordText(bytes).replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  expect(told.match(/Biên bản\s+số 12 & <phụ lục>/g)).toHaveLength(4);
});
