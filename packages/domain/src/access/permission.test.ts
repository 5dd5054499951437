import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import { type Action, can, permissions, refusal } from './permission.ts';
import { ownThing, type Resource, wholeSystem } from './resource.ts';
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
  it('gives nothing but one’s own password, sessions and second factor, one’s tablet and handing in what others sealed to who holds nothing', () => {
    const given = (Object.keys(permissions) as Action[]).filter((action) => can(nobody, action, atCoLe));
    expect(given).toEqual([
      'access.change-password',
      'access.end-own-sessions',
      'access.enrol-second-factor',
      'access.drop-second-factor',
      'device.register',
      'draft.save',
      'draft.discard',
      'sync.hand-in',
    ]);
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
    expect(can(system, 'organisation.import-units', wholeSystem)).toBe(true);
    expect(can(system, 'corrective-action.accept', atCoLe)).toBe(false);
  });

  it('reaches the whole system from over all of it, and from nowhere less', () => {
    const commune = holding('administrator', coLe);
    expect(can(commune, 'organisation.import-units', wholeSystem)).toBe(false);
    expect(can(commune, 'calendar.set-year', wholeSystem)).toBe(false);
    expect(can(commune, 'access.create-account', atCoLe)).toBe(true);
    const over = (role: Role): Actor => ({ ...nobody, grants: [{ role, unitId: province, whole: true }] });
    expect(can(over('administrator'), 'organisation.import-units', wholeSystem)).toBe(true);
    expect(can(over('programme-office'), 'calendar.set-year', wholeSystem)).toBe(true);
    // What no unit has, such as a role over nothing in particular, is beyond a role over every unit.
    expect(can(over('administrator'), 'access.create-account', { coveredBy: [] })).toBe(false);
  });

  it('needs no role for one’s own, and lends none to it', () => {
    expect(can(nobody, 'access.change-password', ownThing)).toBe(true);
    expect(can(holding('administrator', province), 'access.create-account', ownThing)).toBe(false);
  });

  it('lets two roles in two places not lend each other their reach', () => {
    const both: Actor = {
      ...holding('agency-head', coLe),
      grants: [
        { role: 'agency-head', unitId: coLe },
        { role: 'programme-office', unitId: 'another-province' },
      ],
    };
    expect(can(both, 'corrective-action.accept', atCoLe)).toBe(false);
    expect(can(both, 'corrective-action.answer', atCoLe)).toBe(true);
  });
});
