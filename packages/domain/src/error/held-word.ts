import { roles } from '../access/role.ts';
import { roleWords } from '../access/role-words.ts';

const wholeSystem = { vi: 'toàn hệ thống', en: 'the whole system' };

/** Details that are words of our own, and so the reader's: `heldRole` is a role, `heldOver` the name of a unit or nothing. */
export function heldWord(
  name: string,
  value: string | number | undefined,
  language: 'vi' | 'en',
): string | undefined {
  if (name === 'heldOver') return value === undefined ? wholeSystem[language] : undefined;
  const role = name === 'heldRole' ? roles.find((known) => known === value) : undefined;
  return role && roleWords[role][language];
}
