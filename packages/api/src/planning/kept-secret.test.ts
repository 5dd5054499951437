import type { Actor } from '@kycuong/domain/access/actor.ts';
import { describe, expect, it } from 'vitest';
import { mayKnowOf, mayNameUnit } from './kept-secret.ts';

const person = (
  accountId: string,
  role: 'programme-office' | 'leadership' | 'inspector',
  over = 'tinh',
): Actor => ({
  accountId,
  name: 'Người giả định',
  unitId: null,
  grants: [{ role, unitId: over }],
});
const secret = {
  keptSecret: true,
  checkedInAt: null,
  createdBy: 'nguoi-lap',
  teamRole: undefined,
  leadCoveredBy: ['so', 'tinh'],
};

describe('the unit of an unannounced visit', () => {
  it('is named to who prepared it, to the leadership and to the team', () => {
    expect(mayNameUnit(person('nguoi-lap', 'programme-office'), secret)).toBe(true);
    expect(mayNameUnit(person('a', 'leadership'), secret)).toBe(true);
    expect(mayNameUnit(person('a', 'inspector'), { ...secret, teamRole: 'member' })).toBe(true);
  });

  it('is not named to a colleague in the office, until the team is there', () => {
    const colleague = person('dong-nghiep', 'programme-office');
    expect(mayNameUnit(colleague, secret)).toBe(false);
    expect(mayNameUnit(colleague, { ...secret, checkedInAt: new Date(0) })).toBe(true);
    expect(mayNameUnit(colleague, { ...secret, keptSecret: false })).toBe(true);
  });

  it('is no one’s to know of who holds a role elsewhere', () => {
    expect(mayNameUnit(person('a', 'leadership', 'tinh-khac'), secret)).toBe(false);
    expect(mayKnowOf(person('a', 'leadership', 'tinh-khac'), secret)).toBe(false);
    expect(mayKnowOf(person('a', 'programme-office'), secret)).toBe(true);
    expect(mayKnowOf(person('a', 'programme-office', 'xa'), secret)).toBe(false);
  });
});
