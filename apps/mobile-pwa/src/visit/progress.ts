import type { Checklist, ChecklistItem, ChecklistSection } from '@kycuong/domain/checklist/checklist.ts';
import type { Conformity } from '@kycuong/domain/checklist/conformity.ts';
import type { VisitView } from '@kycuong/domain/visit/visit-view.ts';

type Answers = Pick<VisitView, 'answers'>;

export interface Place {
  readonly section: ChecklistSection;
  readonly item: ChecklistItem;
  /** Place within its section, from 0. */
  readonly index: number;
}

/** Every item with where it stands, in the order of the walk. */
export function placesOf(checklist: Checklist): Place[] {
  return checklist.sections.flatMap((section) =>
    section.items.map((item, index) => ({ section, item, index })),
  );
}

/** An item counts as answered once it has a result; a note or a figure alone is no answer. */
export function isAnswered(view: Answers, code: string): boolean {
  return (view.answers.get(code)?.conformity?.value ?? null) !== null;
}

export function answeredOf(view: Answers, items: readonly ChecklistItem[]): number {
  return items.filter(({ code }) => isAnswered(view, code)).length;
}

/** What is said of it counts something, and how much was not said. */
export function isUncounted(view: Answers, { code, count }: ChecklistItem): boolean {
  const answer = view.answers.get(code);
  const result = answer?.conformity?.value ?? null;
  const said = result !== null && result !== 'not-applicable';
  return count !== null && said && (answer?.count?.value ?? null) === null;
}

/** What is not in order is stayed with: its note, photo and finding belong to it. */
export function isLacking(result: Conformity | null | undefined): boolean {
  return result === 'partial' || result === 'nonconform';
}

/**
 * The next item without a result after `from`, starting over at the top; undefined when all are answered. The person's
 * own sections come before those of others.
 */
export function nextUnanswered(
  checklist: Checklist,
  view: Answers,
  from: string | null,
  mine: ReadonlySet<string> = new Set(),
): Place | undefined {
  const places = placesOf(checklist);
  const at = places.findIndex(({ item }) => item.code === from);
  const open = [...places.slice(at + 1), ...places.slice(0, at + 1)].filter(
    ({ item }) => !isAnswered(view, item.code),
  );
  return open.find(({ section }) => mine.has(section.code)) ?? open[0];
}

/** The item before or after, in the order of the walk. */
export function neighbour(checklist: Checklist, from: string, step: 1 | -1): Place | undefined {
  const places = placesOf(checklist);
  const at = places.findIndex(({ item }) => item.code === from);
  return at === -1 ? undefined : places[at + step];
}
