/** Refusals that the server tells without keeping the command: what carries one lies on this device alone. */
export const notKept: ReadonlySet<string> = new Set([
  'sync.author-not-sender',
  'sync.id-reused',
  'sync.too-long-to-keep',
]);
