import { personHeader } from '@kycuong/domain/access/person-header.ts';
import { useEffect } from 'react';

/** Whose page this is, from the first screen below the shell until it is loaded anew. */
let owner: string | undefined;
const waiting = new Set<() => void>();

export function claimPage(accountId: string): void {
  owner ??= accountId;
}

export function isClaimed(): boolean {
  return owner !== undefined;
}

/** On every call: the server takes it from nobody but the page's owner, whoever signed in at another tab meanwhile. */
export function ownerHeaders(): Record<string, string> {
  return owner === undefined ? {} : { [personHeader]: owner };
}

export function tellSignedInAgain(): void {
  for (const act of waiting) act();
}

/** What goes on by itself once the page's owner is signed in again: text that is kept as it is typed, files on their way. */
export function useSignedInAgain(act: () => void): void {
  useEffect(() => {
    waiting.add(act);
    return () => void waiting.delete(act);
  }, [act]);
}
