/** How long a text is as it would be kept: composed characters, each counted once, as the schemas and PostgreSQL count. */
export function textLength(stored: string): number {
  let length = 0;
  for (const _ of stored) length += 1;
  return length;
}
