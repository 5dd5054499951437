import * as z from 'zod/mini';
import { teamRoles } from '../access/role.ts';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalLine, requiredLine } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import { officialNumber } from '../input/official-number.ts';
import { RoundField, RoundForm } from './round-kind.ts';
import { roundProblems } from './round-rules.ts';

export const RoundUnit = z.object({ unitId: Id, plannedOn: PlainDate });
export type RoundUnit = z.infer<typeof RoundUnit>;

export const RoundMember = z.object({ accountId: Id, role: z.enum(teamRoles) });
export type RoundMember = z.infer<typeof RoundMember>;

/**
 * An inspection round as its decision sets it up. `period` is the time that is looked into (thời kỳ kiểm tra),
 * `startsOn` to `endsOn` the time in which the team works.
 */
export const CreateRound = z
  .object({
    roundId: Id,
    code: optionalLine(40),
    name: requiredLine(300),
    form: RoundForm,
    field: RoundField,
    decisionNo: officialNumber(['QĐ'], 'planning.decision-number-form'),
    decisionDate: PlainDate,
    decidedBy: requiredLine(200),
    period: z.nullish(z.object({ from: PlainDate, to: PlainDate })),
    startsOn: PlainDate,
    endsOn: PlainDate,
    leadUnitId: Id,
    units: z.array(RoundUnit).check(z.minLength(1, { error: 'planning.unit-needed' }), z.maxLength(500)),
    members: z.array(RoundMember).check(z.maxLength(50)),
    checklistVersionId: Id,
  })
  .check(
    z.check((context) => {
      for (const { key, path } of roundProblems(context.value))
        context.issues.push({ code: 'custom', message: key, path: [...path], input: context.value });
    }),
  );
export type CreateRound = z.infer<typeof CreateRound>;
