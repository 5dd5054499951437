/** Every text under its key: `{ a: { b: 'x' } }` → `{ 'a.b': 'x' }`. */
export function textsOf(tree: object, prefix = ''): Record<string, unknown> {
  return Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]) =>
      typeof value === 'object' && value !== null
        ? textsOf(value, `${prefix}${key}.`)
        : { [`${prefix}${key}`]: value },
    ),
  );
}
