import type { ErrorKey } from '../error/catalogue.ts';
import { type Actor, holdsOver, holdsOverWhole } from './actor.ts';
import type { Resource } from './resource.ts';
import type { Role, TeamRole } from './role.ts';

type Veto = (actor: Actor, resource: Resource) => ErrorKey | undefined;

interface Permission {
  /** Roles that suffice when held over the thing's unit, or over the whole system where the thing is of the whole. */
  readonly roles?: readonly Role[];
  readonly team?: readonly TeamRole[];
  /** Everyone who is signed in. */
  readonly anyone?: true;
  readonly veto?: Veto;
}

const everyTeamRole: readonly TeamRole[] = ['leader', 'secretary', 'member'];

/** Acceptance by a second person: neither who answered, nor a head of the unit that answered (ISO 9001, 10.2). */
const notOwnAnswer: Veto = (actor, resource) =>
  (resource.submittedBy !== undefined && resource.submittedBy === actor.accountId) ||
  holdsOver(actor, ['agency-head'], resource.coveredBy)
    ? 'corrective-action.own-answer'
    : undefined;

/** Done by the server itself, on the bytes it has looked at or on a device's own word; no person can vouch for it. */
const systemOnly: Veto = (actor) => (actor.accountId === null ? undefined : 'access.forbidden');

/** Every act of the system and who may do it. The screens read the same table. */
export const permissions = {
  'access.change-password': { anyone: true },
  'access.end-own-sessions': { anyone: true },
  'access.create-account': { roles: ['administrator'] },
  'access.import-users': { roles: ['administrator'] },
  'access.change-account': { roles: ['administrator'] },
  'access.reset-password': { roles: ['administrator'] },
  'access.enrol-second-factor': { anyone: true },
  'access.drop-second-factor': { anyone: true },
  'access.remove-second-factor': { roles: ['administrator'] },
  'access.lock-account': { roles: ['administrator'] },
  'access.unlock-account': { roles: ['administrator'] },
  'access.begin-role': { roles: ['administrator'] },
  'access.end-role': { roles: ['administrator'] },
  'access.mark-role-mistaken': { roles: ['administrator'] },
  'access.end-sessions': { roles: ['administrator'] },
  'device.register': { anyone: true },
  'device.order-wipe': { roles: ['administrator'] },
  'device.cancel-wipe': { roles: ['administrator'] },
  'device.report-wipe': { roles: ['administrator'], veto: systemOnly },
  'organisation.import-units': { roles: ['administrator'] },
  'organisation.import-lineage': { roles: ['administrator'] },
  'organisation.take-back-import': { roles: ['administrator'] },
  'organisation.open-import-file': { roles: ['administrator'] },
  'organisation.mark-link-mistaken': { roles: ['administrator'] },
  'organisation.mark-unit-mistaken': { roles: ['administrator'] },
  'calendar.load-built-in': { roles: ['administrator'] },
  'checklist.load-built-in': { roles: ['administrator'] },
  'calendar.set-year': { roles: ['administrator', 'programme-office'] },
  'calendar.set-holiday': { roles: ['administrator', 'programme-office'] },
  'calendar.remove-holiday': { roles: ['administrator', 'programme-office'] },
  'checklist.record-legal-basis': { roles: ['administrator', 'programme-office'] },
  'checklist.publish': { roles: ['administrator', 'programme-office'] },
  // Of one's own forms, and nobody else's: the fence sees to it.
  'draft.save': { anyone: true },
  'draft.discard': { anyone: true },
  'planning.create-round': { roles: ['programme-office'] },
  'planning.issue-round': { roles: ['programme-office'] },
  'planning.set-deadline': { roles: ['administrator', 'programme-office'] },
  'answer.set': { team: everyTeamRole },
  'answer.settle': { team: ['leader'] },
  'dossier.sample': { team: everyTeamRole },
  'finding.raise': { team: everyTeamRole },
  'finding.amend': { team: everyTeamRole },
  'evidence.attach': { team: everyTeamRole, roles: ['agency-head'] },
  'visit.check-in': { team: everyTeamRole },
  'visit.take-back-check-in': { team: everyTeamRole },
  'visit.hand-over': { team: everyTeamRole },
  'visit.submit': { team: everyTeamRole },
  'visit.assign-sections': { team: ['leader'] },
  'visit.close': { team: ['leader'] },
  'sync.hand-in': { anyone: true },
  // To bring a colleague's work to a visit.
  'command.hand-in': { team: everyTeamRole, roles: ['programme-office'] },
  'command.hand-to-leader': { team: everyTeamRole },
  'quarantine.admit': { team: ['leader'] },
  'quarantine.decline': { team: ['leader'] },
  'conclusion.submit-report': { team: ['leader'] },
  'conclusion.issue': { roles: ['programme-office'] },
  'corrective-action.save-draft': { roles: ['agency-head'] },
  'corrective-action.answer': { roles: ['agency-head'] },
  'corrective-action.accept': { roles: ['programme-office'], veto: notOwnAnswer },
  'corrective-action.return': { roles: ['programme-office'], veto: notOwnAnswer },
  'quality.load-built-in-editions': { roles: ['administrator'] },
  'quality.set-edition': { roles: ['administrator', 'quality-office'] },
  'sync.start-generation': { roles: ['administrator'] },
  'sync.adopt-recovery-key': { roles: ['administrator'], veto: systemOnly },
  'quality.start-system': { roles: ['quality-office', 'agency-head'] },
  'quality.record-event': { roles: ['quality-office', 'agency-head'] },
  'quality.close-declaration': { roles: ['quality-office'] },
  'audit.record-internal-audit': { roles: ['quality-office', 'agency-head'] },
  'audit.record-management-review': { roles: ['quality-office', 'agency-head'] },
} as const satisfies Record<string, Permission>;

export type Action = keyof typeof permissions;
const table: Readonly<Record<Action, Permission>> = permissions;

/** Undefined when the actor may do it, else the key of the reason. Pure: the door and the screens ask alike. */
export function refusal(actor: Actor, action: Action, resource: Resource): ErrorKey | undefined {
  const { roles = [], team = [], anyone, veto } = table[action];
  const byRole = resource.whole ? holdsOverWhole(actor, roles) : holdsOver(actor, roles, resource.coveredBy);
  const byTeam = resource.teamRole !== undefined && team.includes(resource.teamRole);
  if (!byRole && !byTeam && anyone === undefined) return 'access.forbidden';
  return veto?.(actor, resource);
}

export function can(actor: Actor, action: Action, resource: Resource): boolean {
  return refusal(actor, action, resource) === undefined;
}
