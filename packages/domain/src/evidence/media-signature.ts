import type { evidenceMediaTypes } from './attach-evidence.ts';

type MediaType = (typeof evidenceMediaTypes)[number];

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

const zip = [0x50, 0x4b, 0x03, 0x04];
/** How files of each type begin. */
const beginnings: Readonly<Record<MediaType, readonly number[]>> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/webp': ascii('RIFF'),
  'application/pdf': ascii('%PDF-'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': zip,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': zip,
};

/** Whether a file of the type may begin so: asked of its first bytes, few as they are, before the rest is taken. */
export function mayBegin(first: Uint8Array, mediaType: string): boolean {
  const [, beginning] = Object.entries(beginnings).find(([known]) => known === mediaType) ?? [];
  return beginning !== undefined && startsWith(first, beginning.slice(0, first.length));
}

/** Office files are zip archives; the names of their parts stand in them uncompressed. Macros are not accepted. */
function isOfficeFile(bytes: Uint8Array, mainPart: string): boolean {
  if (!startsWith(bytes, zip)) return false;
  const text = new TextDecoder('latin1').decode(bytes);
  return text.includes('[Content_Types].xml') && text.includes(mainPart) && !text.includes('vbaProject.bin');
}

const signatures: Readonly<Record<MediaType, (bytes: Uint8Array) => boolean>> = {
  'image/jpeg': (bytes) => startsWith(bytes, beginnings['image/jpeg']),
  'image/png': (bytes) => startsWith(bytes, beginnings['image/png']),
  'image/webp': (bytes) => startsWith(bytes, beginnings['image/webp']) && startsWith(bytes, ascii('WEBP'), 8),
  'application/pdf': (bytes) => startsWith(bytes, beginnings['application/pdf']),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': (bytes) =>
    isOfficeFile(bytes, 'xl/workbook.xml'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': (bytes) =>
    isOfficeFile(bytes, 'word/document.xml'),
};

/** Whether the bytes are of the type that they were said to be, by the signatures of the few types we take. */
export function isOfMediaType(bytes: Uint8Array, mediaType: string): boolean {
  return Object.entries(signatures).some(([known, matches]) => known === mediaType && matches(bytes));
}
