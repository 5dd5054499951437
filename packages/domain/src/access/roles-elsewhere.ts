import { addDays } from '../calendar/plain-date.ts';
import type { RowQuestion } from '../organisation/import-report.ts';
import { isInForce } from '../organisation/unit.ts';
import type { PlannedGrant } from './planned-grant.ts';
import { endsAfter, firstFrom } from './role-days.ts';
import type { UserImport } from './user-import.ts';
import type { UserRegister } from './user-register.ts';

interface Sought extends Pick<UserImport, 'today' | 'mayGrant'> {
  readonly register: UserRegister;
  /** The roles that the file gives or changes. */
  readonly taken: readonly PlannedGrant[];
  /** Ids of the standing roles that the file speaks of. */
  readonly spokenOf: ReadonlySet<string>;
  readonly confirmed: ReadonlySet<string>;
}

interface Elsewhere {
  readonly asked: readonly RowQuestion[];
  readonly ended: readonly PlannedGrant[];
}

/**
 * Whoever gets a role in another place may have left the place before: roles that were held elsewhere when the new one begins and
 * that the file does not speak of are asked about, and ended where that was confirmed. Days that have passed stay: the last day is
 * yesterday at the earliest. Only of roles that the actor could end by itself.
 */
export function rolesElsewhere({ today, mayGrant, register, taken, spokenOf, confirmed }: Sought): Elsewhere {
  const asked = new Map<string, RowQuestion>();
  const ended = new Map<string, PlannedGrant>();
  for (const { line, grant, account } of taken) {
    const from = firstFrom(today, grant);
    if (endsAfter(from, grant.validUntil)) continue;
    const lastDay = addDays(from, -1);
    for (const old of register.rolesOf(account.username)) {
      const id = `ends-role:${old.id}`;
      const goesOn =
        !register.isSamePlace(old.unitId, grant.unitId) &&
        old.validFrom < grant.validFrom &&
        isInForce(old, from);
      if (!goesOn || spokenOf.has(old.id) || asked.has(id) || ended.has(id) || !mayGrant(old.unitId))
        continue;
      if (confirmed.has(id)) {
        ended.set(id, {
          line,
          account,
          before: old,
          grant: { ...old, validUntil: lastDay },
          change: 'updated',
        });
        continue;
      }
      const { username: code, fullName } = account;
      const details = { fullName, heldRole: old.role, heldOver: register.nameOf(old.unitId), date: lastDay };
      asked.set(id, { id, waits: false, line, code, reason: 'access.still-holds', details });
    }
  }
  return { asked: [...asked.values()], ended: [...ended.values()] };
}
