import { type FieldCommand, timeOf } from '../sync/field-command.ts';
import { answerFields } from './answer-fields.ts';
import { seenBy } from './seen-by.ts';

export type AnswerField = (typeof answerFields)[number];
export type AnswerValue = string | number | null;

/** A written value that no other command had seen. */
export interface Head {
  readonly value: AnswerValue;
  readonly command: string;
  readonly author: string;
  readonly clock: string;
  /** By the server's clock. */
  readonly writtenAt: string;
  /** Null where an older tablet or server did not tell it. */
  readonly device: string | null;
}

/** One part of an answer with more than one value that nobody chose between. */
export interface OpenConflict {
  readonly itemCode: string;
  readonly field: AnswerField;
  /** The one that shows first, then by clock, the latest first. At least two distinct values. */
  readonly heads: readonly Head[];
}

interface Written {
  readonly itemCode: string;
  readonly field: AnswerField;
  readonly heads: Map<string, Head>;
}

function valuesOf(command: FieldCommand): readonly (readonly [AnswerField, AnswerValue])[] {
  if (command.action === 'answer.settle') return [[command.payload.field, command.payload.value ?? null]];
  if (command.action !== 'answer.set') return [];
  const { payload } = command;
  return answerFields.flatMap((field) => {
    const value = payload[field];
    return value === undefined ? [] : [[field, value] as const];
  });
}

function withdrawnBy(history: readonly FieldCommand[]): ReadonlySet<string | undefined> {
  return new Set(
    history.flatMap((command) =>
      command.action === 'answer.settle' && command.payload.withdraws ? [command.payload.withdraws] : [],
    ),
  );
}

/** Who first said what is only said again because a settlement was taken back. */
function firstSaid(command: FieldCommand, known: ReadonlyMap<string, FieldCommand>): FieldCommand {
  const again = command.action === 'answer.settle' && command.payload.withdraws !== undefined;
  const first = again ? known.get(command.payload.over[0] ?? '') : undefined;
  return first === undefined || first === command ? command : firstSaid(first, known);
}

/** Every value ever written and not taken back, by line and part. */
function collect(
  history: readonly FieldCommand[],
  known: ReadonlyMap<string, FieldCommand>,
): Map<string, Written> {
  const all = new Map<string, Written>();
  const withdrawn = withdrawnBy(history);
  for (const command of history) {
    if (command.action !== 'answer.set' && command.action !== 'answer.settle') continue;
    const { id, clock } = command;
    if (withdrawn.has(id)) continue;
    const first = firstSaid(command, known);
    const { author, device = null } = first;
    const writtenAt = timeOf(first).at;
    const { itemCode } = command.payload;
    for (const [field, value] of valuesOf(command)) {
      const key = `${itemCode} ${field}`;
      const written = all.get(key) ?? { itemCode, field, heads: new Map<string, Head>() };
      written.heads.set(id, { value, command: id, author, clock, writtenAt, device });
      all.set(key, written);
    }
  }
  return all;
}

interface Known {
  readonly counted: ReadonlyMap<string, FieldCommand>;
  /** With those that do not count themselves. */
  readonly all: ReadonlyMap<string, FieldCommand>;
}

/** Those of `candidates` that the command had seen, through whatever lies between; not what those had seen in turn. */
function nearest(
  from: FieldCommand,
  candidates: ReadonlyMap<string, Head>,
  { counted, all }: Known,
): string[] {
  // What the server told says itself what was seen through others: so it is the same on every device.
  const known = from.receivedAt === undefined ? all : counted;
  const passed = new Set([from.id]);
  const open = [...seenBy(from)];
  const found: string[] = [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (passed.has(id)) continue;
    passed.add(id);
    const command = known.get(id);
    if (candidates.has(id)) found.push(id);
    else if (command !== undefined) open.push(...seenBy(command));
  }
  return found;
}

const later = (a: Head, b: Head) =>
  b.clock === a.clock ? (b.command < a.command ? -1 : 1) : b.clock < a.clock ? -1 : 1;

/**
 * What the leader still has to choose between: of each part of each answer the heads of the base graph, where they
 * are not of one value. It depends on what was written and seen alone, never on the order of arrival. `between` are
 * commands that do not count themselves but through which one was seen: refused ones.
 */
export function openConflicts(
  history: readonly FieldCommand[],
  between: readonly FieldCommand[] = [],
): OpenConflict[] {
  const byId = (commands: readonly FieldCommand[]) =>
    new Map(commands.map((command) => [command.id, command]));
  const known: Known = { counted: byId(history), all: byId([...between, ...history]) };
  const conflicts: OpenConflict[] = [];
  for (const { itemCode, field, heads: written } of collect(history, known.all).values()) {
    if (written.size < 2) continue;
    const heads = new Map(written);
    for (const id of written.keys()) {
      const command = known.all.get(id);
      if (command) for (const seen of nearest(command, written, known)) heads.delete(seen);
    }
    const distinct = new Set([...heads.values()].map(({ value }) => value));
    if (distinct.size > 1) conflicts.push({ itemCode, field, heads: [...heads.values()].toSorted(later) });
  }
  return conflicts.toSorted(
    (a, b) =>
      a.itemCode.localeCompare(b.itemCode) || answerFields.indexOf(a.field) - answerFields.indexOf(b.field),
  );
}
