import type { PlannedGrant } from './planned-grant.ts';
import { unattended } from './unattended.ts';
import type { Fault, RoleGrant, UserImport } from './user-import.ts';

/** The line that takes the last administrator of a place away, and why it is refused. */
export function lastAdministrator(
  { accounts, grants, units, covers, today }: UserImport,
  planned: readonly PlannedGrant[],
  /** Accounts with which nobody can come in, beside those that are absent. */
  ghosts: readonly string[],
): [number, Fault] | undefined {
  const absent = new Set([...accounts.filter((account) => account.absent).map(({ id }) => id), ...ghosts]);
  const administers = ({ role, accountId }: RoleGrant) => role === 'administrator' && !absent.has(accountId);
  const changed = new Map(planned.map(({ grant }) => [grant.id, grant]));
  const before = grants.filter(administers);
  const kept = grants.filter(({ id }) => !changed.has(id));
  const after = [...kept, ...changed.values()].filter(administers);
  const left = unattended({ before, after, today, covers });
  if (left === undefined) return undefined;
  const taken = planned.find(
    (one) => one.before && administers(one.before) && covers(one.before.unitId, left.unitId),
  );
  if (taken === undefined) return undefined;
  const unit = units.find(({ id }) => id === left.unitId)?.name;
  return unit === undefined
    ? [taken.line, { reason: 'access.last-administrator', details: { date: left.on } }]
    : [taken.line, { reason: 'access.last-administrator-of', details: { date: left.on, unit } }];
}
