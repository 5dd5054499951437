import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { outageOf } from './outage.ts';

const coded = (code: string) => Object.assign(new Error('…'), { code });

describe('a failure of the machine', () => {
  it.each([
    ['ENOSPC', 'system.disk-full'],
    ['EDQUOT', 'system.disk-full'],
    ['53100', 'system.disk-full'],
    ['ECONNREFUSED', 'system.database-away'],
    ['CONNECTION_CLOSED', 'system.database-away'],
    ['57P01', 'system.database-away'],
  ])('%s is told as %s, however deep it is wrapped', (code, key) => {
    const expected = { code: 'unavailable', key };
    expect(outageOf(coded(code))).toMatchObject(expected);
    const wrapped = new Error('…', { cause: new DrizzleQueryError('select', [], coded(code)) });
    expect(outageOf(wrapped)).toMatchObject(expected);
  });

  it.each([coded('ENOENT'), coded('23505'), new Error('ENOSPC'), 'ENOSPC', undefined])(
    'is not %s',
    (error) => {
      expect(outageOf(error)).toBeUndefined();
    },
  );
});
