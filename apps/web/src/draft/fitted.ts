/** A field that is empty at first takes any kind. */
export function sameKind(value: unknown, like: unknown): boolean {
  if (like === null || like === undefined) return true;
  return typeof value === typeof like && Array.isArray(value) === Array.isArray(like) && value !== null;
}

/**
 * An empty form filled with a draft. What the draft does not have, or has of another kind since the form was changed, stays
 * empty; what the empty form does not name is taken as it is, for a field may be there only once it is filled in.
 */
export function fitted<Form extends object>(empty: Form, content: object | null): Form {
  if (content === null) return empty;
  const taken = Object.entries(content).filter(
    ([key, value]) => !(key in empty) || sameKind(value, Reflect.get(empty, key)),
  );
  return { ...empty, ...Object.fromEntries(taken) };
}
