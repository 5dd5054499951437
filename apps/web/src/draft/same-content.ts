/** With the keys of objects in order, for the database gives them back in another one. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, inOrder(part)]),
  );
}

/** A content as one text: two of the same say the same. */
export function textOfContent(content: unknown): string {
  return JSON.stringify(inOrder(content)) ?? '';
}
