import type { ErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { Archive } from './open-archive.ts';

/** By the entry that each has and no workbook. Order counts: a workbook with macros is a workbook besides. */
const kinds: readonly (readonly [RegExp, ErrorKey])[] = [
  [/^xl\/workbook\.bin$/, 'file.is-xlsb'],
  [/^xl\/(?:vbaProject\.bin|macrosheets\/)/, 'file.has-macros'],
  [/^content\.xml$/, 'file.is-ods'],
  [/^(?:word|ppt)\//, 'file.is-document'],
];

/** Longer than what any workbook says of its parts. */
const longestTypes = 1_000_000;

async function isSaidToHaveMacros(archive: Archive): Promise<boolean> {
  let types = '';
  for await (const piece of archive.read('[Content_Types].xml') ?? []) {
    types += piece;
    if (types.length > longestTypes) break;
  }
  return types.includes('macroEnabled.main+xml');
}

/** @throws DomainError `invalid` for an archive that is something else than a workbook without macros, saying what it is */
export async function refuseOtherKinds(archive: Archive): Promise<void> {
  for (const [entry, key] of kinds)
    if (archive.names.some((name) => entry.test(name))) throw new DomainError('invalid', key);
  if (await isSaidToHaveMacros(archive)) throw new DomainError('invalid', 'file.has-macros');
}
