export interface Difference {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';

/** The fields in which two drafts of one form differ, down to single fields, in the order of the form. */
export function differences(mine: unknown, theirs: unknown, path = ''): Difference[] {
  if (isTree(mine) || isTree(theirs)) {
    const [a, b] = [isTree(mine) ? mine : {}, isTree(theirs) ? theirs : {}];
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return keys.flatMap((key) =>
      differences(Reflect.get(a, key), Reflect.get(b, key), path === '' ? key : `${path}.${key}`),
    );
  }
  return mine === theirs || (isEmpty(mine) && isEmpty(theirs)) ? [] : [{ field: path, mine, theirs }];
}
