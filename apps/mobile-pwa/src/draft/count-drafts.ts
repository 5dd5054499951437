/** How many forms these rows are of: a finding's photos have a row of their own beside its text. */
export function countDrafts(keys: readonly (readonly [account: string, key: string])[]): number {
  return new Set(keys.map(([account, key]) => `${account} ${key.replace(/^photos /, 'finding ')}`)).size;
}
