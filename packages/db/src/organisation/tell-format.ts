import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';

const starts = (bytes: Buffer, hex: string) => bytes.subarray(0, hex.length / 2).toString('hex') === hex;
/** Names in the directory of an old Office file are in UTF-16. */
const holds = (bytes: Buffer, name: string) => bytes.includes(Buffer.from(`${name}\0`, 'utf16le'));

/** What an old Office container (MS-CFB) holds: a sheet, a text, or a new file under a password. */
function containerFault(bytes: Buffer): ErrorKey {
  if (holds(bytes, 'EncryptedPackage')) return 'file.has-password';
  if (holds(bytes, 'Workbook') || holds(bytes, 'Book')) return 'file.is-xls';
  return holds(bytes, 'WordDocument') ? 'file.is-document' : 'file.not-a-table';
}

const oldSheets = ['09080', '09040', '09020'];

function textFault(bytes: Buffer): ErrorKey | undefined {
  const head = bytes.subarray(0, 4_000).toString('latin1').replaceAll('\0', '').trimStart().toLowerCase();
  const start = head.replace(/^[^<\w%{]+/, '');
  if (/^(?:<!doctype html|<html|<table|<meta|<head|<body)/.test(start)) return 'file.is-html';
  if (/^mime-version:/.test(start)) return 'file.is-html';
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'file.is-html' : 'file.is-xml';
  if (start.startsWith('%pdf-') || start.startsWith('{\\rtf')) return 'file.is-document';
  return undefined;
}

/**
 * What a file is by its first bytes, whatever its name says: `zip` may be a workbook, `text` may be a table, anything else is
 * refused for what it is.
 */
export function tellFormat(bytes: Buffer): 'zip' | 'text' | ErrorKey {
  if (starts(bytes, '504b0304') || starts(bytes, '504b0506') || starts(bytes, '504b0708')) return 'zip';
  if (starts(bytes, 'd0cf11e0a1b11ae1')) return containerFault(bytes);
  if (oldSheets.some((hex) => bytes.subarray(0, 3).toString('hex').startsWith(hex))) return 'file.is-xls';
  return textFault(bytes) ?? 'text';
}
