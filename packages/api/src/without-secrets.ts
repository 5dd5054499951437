/** An input as it may be kept: without the fields that its command names as secrets. */
export function withoutSecrets(input: unknown, secrets: readonly string[] = []): unknown {
  if (secrets.length === 0) return input;
  // What is no object has no fields, so the whole of it may be the secret.
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return null;
  return Object.fromEntries(Object.entries(input).filter(([field]) => !secrets.includes(field)));
}
