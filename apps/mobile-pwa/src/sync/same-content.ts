const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Whether two values say the same, in whatever order their parts stand; a part that is undefined is none. */
export function isSameContent(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSameContent(Reflect.get(one, name), Reflect.get(other, name)));
}
