import * as z from 'zod/mini';
import { teamRoles } from '../access/role.ts';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { Id } from '../input/id.ts';
import { RoundForm } from '../planning/round-kind.ts';

const Days = z.object({ from: PlainDate, to: PlainDate });

/**
 * What the first section of a notice tells. It is fixed at the issue: who left the team later, or may see less of the
 * round, reads the same.
 */
export const NoticeOverview = z.object({
  /** The first and the last day at a unit. */
  worked: Days,
  units: z.array(z.object({ unitId: Id, name: z.string() })),
  /** The time that was looked into, where the decision names one. */
  period: z.nullable(Days),
  team: z.array(z.object({ name: z.string(), role: z.enum(teamRoles) })),
  /** How it was gone about; null of what an earlier release issued, whose paper does not say it. */
  method: z.nullable(
    z.object({ form: RoundForm, checklist: z.string(), items: z.number(), dossiers: z.number() }),
  ),
});
export type NoticeOverview = z.infer<typeof NoticeOverview>;
