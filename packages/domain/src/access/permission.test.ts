import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { type Action, can, permissions, refusal } from './permission.ts';
import { nowhere, type Resource } from './resource.ts';
import type { Role } from './role.ts';

const province = 'province';
const coLe = 'co-le';
const ninhGiang = 'ninh-giang';
const atCoLe: Resource = { coveredBy: [province, coLe] };

const holding = (role: Role, unitId: string | null, accountId = 'me'): Actor => ({
  accountId,
  name: 'Người thử',
  unitId,
  grants: [{ role, unitId }],
});
const nobody: Actor = { accountId: 'me', name: 'Người thử', unitId: null, grants: [] };

describe('permission', () => {
  it('gives nothing but one’s own password, one’s tablet and handing in what others sealed to who holds nothing', () => {
    const given = (Object.keys(permissions) as Action[]).filter((action) => can(nobody, action, atCoLe));
    expect(given).toEqual(['access.change-password', 'device.register', 'sync.hand-in']);
  });

  it('reaches as far as the unit over which the role is held', () => {
    expect(can(holding('agency-head', coLe), 'corrective-action.answer', atCoLe)).toBe(true);
    expect(can(holding('agency-head', ninhGiang), 'corrective-action.answer', atCoLe)).toBe(false);
    expect(can(holding('programme-office', province), 'corrective-action.accept', atCoLe)).toBe(true);
  });

  it('lets nobody judge an answer of their own or of a unit they head', () => {
    const office = holding('programme-office', province);
    const own = { ...atCoLe, submittedBy: 'me' };
    expect(refusal(office, 'corrective-action.accept', own)).toBe('corrective-action.own-answer');
    const both: Actor = { ...office, grants: [...office.grants, { role: 'agency-head', unitId: coLe }] };
    expect(refusal(both, 'corrective-action.return', atCoLe)).toBe('corrective-action.own-answer');
  });

  it('asks for the place in the team, not for a role, in the field', () => {
    const inspector = holding('inspector', province);
    expect(can(inspector, 'finding.raise', atCoLe)).toBe(false);
    expect(can(inspector, 'finding.raise', { ...atCoLe, teamRole: 'member' })).toBe(true);
    expect(can(inspector, 'visit.close', { ...atCoLe, teamRole: 'member' })).toBe(false);
    expect(can(inspector, 'visit.close', { ...atCoLe, teamRole: 'leader' })).toBe(true);
  });

  it('lets the operating-system administrator administer and nothing else', () => {
    const system = holding('administrator', null);
    expect(can(system, 'organisation.import-units', nowhere)).toBe(true);
    expect(can(system, 'corrective-action.accept', atCoLe)).toBe(false);
  });
});
