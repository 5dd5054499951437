import { expect, it } from 'vitest';
import { isOfMediaType, mayBegin } from './media-signature.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const archive = (...parts: string[]) => bytes(`PK\u0003\u0004…[Content_Types].xml${parts.join('')}`);

it('tells the few types that we take by their bytes, whatever the name says', () => {
  expect(isOfMediaType(bytes('\u00ff\u00d8\u00ff\u00e0JFIF'), 'image/jpeg')).toBe(true);
  expect(isOfMediaType(bytes('\u0089PNG\r\n\u001a\n'), 'image/png')).toBe(true);
  expect(isOfMediaType(bytes('RIFF1234WEBP'), 'image/webp')).toBe(true);
  expect(isOfMediaType(bytes('%PDF-1.7'), 'application/pdf')).toBe(true);
  expect(isOfMediaType(archive('xl/workbook.xml'), sheet)).toBe(true);
  expect(isOfMediaType(archive('word/document.xml'), word)).toBe(true);
});

it('refuses the rest: another type, a web page, macros, nothing', () => {
  expect(isOfMediaType(bytes('%PDF-1.7'), 'image/jpeg')).toBe(false);
  expect(isOfMediaType(bytes('<svg onload="x">'), 'image/png')).toBe(false);
  expect(isOfMediaType(bytes('<html>'), 'text/html')).toBe(false);
  expect(isOfMediaType(archive('word/document.xml', 'word/vbaProject.bin'), word)).toBe(false);
  expect(isOfMediaType(archive('word/document.xml'), sheet)).toBe(false);
  expect(isOfMediaType(new Uint8Array(), 'image/jpeg')).toBe(false);
});

it('tells by the first bytes what cannot become the type, however few they are', () => {
  expect(mayBegin(bytes('%PDF-1.7'), 'application/pdf')).toBe(true);
  expect(mayBegin(bytes('%'), 'application/pdf')).toBe(true);
  expect(mayBegin(new Uint8Array(), 'image/jpeg')).toBe(true);
  expect(mayBegin(bytes('PK\u0003\u0004'), sheet)).toBe(true);
  expect(mayBegin(bytes('PK\u0003\u0004'), 'image/jpeg')).toBe(false);
  expect(mayBegin(bytes('<svg'), 'image/png')).toBe(false);
  expect(mayBegin(bytes('%PDF-1.7'), 'text/html')).toBe(false);
});
