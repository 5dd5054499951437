import { account } from '@kycuong/db/schema/access.ts';
import type { correctiveActionAnswer } from '@kycuong/db/schema/corrective-action.ts';
import { inArray } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

type Answer = typeof correctiveActionAnswer.$inferSelect;

/** One dated step of a corrective action. `at` is an instant, or a date where only the day is known. */
export interface ActionStep {
  readonly kind: 'found' | 'concluded' | 'answered' | 'returned' | 'accepted';
  readonly at: string;
  readonly by: string | null;
  /** Number of the conclusion, or the reason that was given. */
  readonly note: string | null;
}

/** Full names by account id, for those that the person may see. */
export async function namesOf(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .select({ id: account.id, fullName: account.fullName })
    .from(account)
    .where(inArray(account.id, wanted));
  return new Map(rows.map(({ id, fullName }) => [id, fullName]));
}

/** What happened, in order, by whom. */
export function actionTimeline(
  facts: {
    readonly foundAt: Date | null;
    readonly foundBy: string | null;
    readonly issuedOn: string;
    readonly issuedBy: string | null;
    readonly conclusionNumber: string | null;
    readonly answers: readonly Answer[];
  },
  names: ReadonlyMap<string, string>,
): ActionStep[] {
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const answered = facts.answers.flatMap((answer): ActionStep[] => [
    {
      kind: 'answered',
      at: answer.submittedAt.toISOString(),
      by: name(answer.submittedBy),
      note: null,
    },
    ...(answer.outcome === null || answer.outcomeAt === null
      ? []
      : [
          {
            kind: answer.outcome,
            at: answer.outcomeAt.toISOString(),
            by: name(answer.outcomeBy),
            note: answer.outcomeReason,
          },
        ]),
  ]);
  return [
    ...(facts.foundAt === null
      ? []
      : [
          {
            kind: 'found' as const,
            at: facts.foundAt.toISOString(),
            by: name(facts.foundBy),
            note: null,
          },
        ]),
    {
      kind: 'concluded',
      at: facts.issuedOn,
      by: name(facts.issuedBy),
      note: facts.conclusionNumber,
    },
    ...answered.toSorted((a, b) => a.at.localeCompare(b.at)),
  ];
}
