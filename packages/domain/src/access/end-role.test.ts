import { describe, expect, it } from 'vitest';
import { roleEnd } from './end-role.ts';

const today = '2026-11-23';
const open = { validFrom: '2025-07-01', validUntil: null };

describe('the end of a role', () => {
  it('is yesterday, today or a day to come', () => {
    for (const day of ['2026-11-22', today, '2027-01-31']) expect(roleEnd(open, day, today)).toBe(day);
  });

  it('is never put back into days that have passed, nor behind the end that was set', () => {
    const refused = (held: typeof open | { validFrom: string; validUntil: string }, day: string) => {
      try {
        return roleEnd(held, day, today);
      } catch (error) {
        return error;
      }
    };
    expect(refused(open, '2026-11-21')).toMatchObject({ key: 'access.end-in-past' });
    const ending = { validFrom: '2025-07-01', validUntil: '2026-12-31' };
    expect(refused(ending, '2027-01-01')).toMatchObject({ key: 'access.end-too-late' });
    expect(refused({ ...ending, validUntil: '2026-11-22' }, today)).toMatchObject({
      key: 'access.role-ended',
    });
  });

  it('undoes a role that would end before it begins', () => {
    expect(roleEnd({ validFrom: '2027-01-01', validUntil: null }, '2026-12-31', today)).toBe('never-begun');
  });
});
