import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { type OpenConflict, openConflicts } from '@kycuong/domain/visit/open-conflicts.ts';
import { applyCommand, type VisitView, viewOf } from '@kycuong/domain/visit/visit-view.ts';
import { Dexie } from 'dexie';
import { isReadable } from '../lock/seal-rows.ts';
import type { Digest, FieldStore, LoggedCommand } from './store.ts';

/** One visit as this device knows it, kept between touches. Never altered: each change makes a new one. */
export interface KnownVisit {
  readonly print: string;
  /** How many rows it was made of, those that cannot be read included. */
  readonly rows: { readonly logged: number; readonly applied: number };
  /** What the server applied, in its order. */
  readonly applied: readonly FieldCommand[];
  readonly appliedIds: ReadonlySet<string>;
  readonly lastOrder: number;
  /** What was written on this device, by clock. */
  readonly logged: readonly LoggedCommand[];
  readonly lastSeq: number;
  readonly refused: ReadonlySet<string>;
  readonly view: VisitView;
  readonly conflicts: readonly OpenConflict[];
}

/** A person works at one visit and looks into another; more would only fill the memory. */
const mostKept = 3;
const memories = new WeakMap<FieldStore, Map<string, KnownVisit>>();

function memoryOf(store: FieldStore): Map<string, KnownVisit> {
  const known = memories.get(store) ?? new Map<string, KnownVisit>();
  memories.set(store, known);
  return known;
}

/** Tables that a transaction around `knowVisit` has to hold. */
export function memoryTables({ commands, receipts, serverCommands }: FieldStore) {
  return [commands, receipts, serverCommands];
}

/** Another data key, or none, opens other rows. */
function keyOf({ vault }: FieldStore, account: string, visitId: string): string {
  return `${vault.held()?.keyId ?? ''} ${account} ${visitId}`;
}

/** The visit as it was last known here, without asking the disk; undefined when it was not looked at. */
export function rememberedVisit(store: FieldStore, account: string, visitId: string): KnownVisit | undefined {
  return memoryOf(store).get(keyOf(store, account, visitId));
}

async function countRows(store: FieldStore, account: string, visitId: string) {
  const [logged, refused, applied] = await Promise.all([
    store.commands.where('visitId').equals(visitId).count(),
    store.receipts.where('[visitId+status]').equals([visitId, 'refused']).count(),
    store.serverCommands.where('[account+visitId]').equals([account, visitId]).count(),
  ]);
  return { logged, refused, applied };
}

/**
 * How many rows there are of what makes up a visit's view. Rows of these kinds are added and never changed, so a
 * print that is the same stands for rows that are the same; another tab's writing shows in it too.
 */
export async function printOf(store: FieldStore, account: string, visitId: string): Promise<string> {
  const { logged, refused, applied } = await countRows(store, account, visitId);
  return `${logged}/${refused}/${applied}`;
}

const byClock = (a: LoggedCommand, b: LoggedCommand) => (a.clock < b.clock ? -1 : 1);

/** Everything that counts, in order: what the server applied, then what was written here and is not refused. */
export function historyOf({
  applied,
  appliedIds,
  logged,
  refused,
}: Pick<KnownVisit, 'applied' | 'appliedIds' | 'logged' | 'refused'>): FieldCommand[] {
  return [...applied, ...logged.filter(({ id }) => !appliedIds.has(id) && !refused.has(id))];
}

function grownView(view: VisitView, commands: readonly FieldCommand[]): VisitView {
  const grown = {
    ...view,
    answers: new Map(view.answers),
    dossiers: new Map(view.dossiers),
    findings: new Map(view.findings),
    evidence: new Map(view.evidence),
    sections: new Map(view.sections),
    takenBack: new Map(view.takenBack),
  };
  for (const command of commands) applyCommand(grown, command);
  return grown;
}

/** The rows that came since `before` was known; everything, where nothing was. */
async function readNew(store: FieldStore, account: string, visitId: string, before: KnownVisit | undefined) {
  const { minKey, maxKey } = Dexie;
  const [logged, refused, applied] = await Promise.all([
    store.commands
      .where('[visitId+seq]')
      .between([visitId, before?.lastSeq ?? minKey], [visitId, maxKey], before === undefined)
      .toArray(),
    store.receipts.where('[visitId+status]').equals([visitId, 'refused']).primaryKeys(),
    store.serverCommands
      .where('[account+visitId+order]')
      .between(
        [account, visitId, before?.lastOrder ?? minKey],
        [account, visitId, maxKey],
        before === undefined,
      )
      .toArray(),
  ]);
  // Rows under a key that is not held (another person's) count, and cannot be read.
  return {
    rows: { logged: logged.length, applied: applied.length },
    lastSeq: logged.at(-1)?.seq,
    lastOrder: applied.at(-1)?.order,
    logged: logged.filter(isReadable),
    refused,
    applied: applied.filter(isReadable),
  };
}

const aboutAnswer = (command: FieldCommand) =>
  command.action === 'answer.set' || command.action === 'answer.settle' ? command.payload.itemCode : null;

/** Only the lines that the new commands are about can be in conflict anew, or no longer. */
function grownConflicts(
  before: readonly OpenConflict[],
  { logged, refused, history }: Pick<KnownVisit, 'logged' | 'refused'> & { history: readonly FieldCommand[] },
  fresh: readonly FieldCommand[],
): readonly OpenConflict[] {
  const lines = new Set(fresh.flatMap((command) => aboutAnswer(command) ?? []));
  if (lines.size === 0) return before;
  const isMeant = (command: FieldCommand) => lines.has(aboutAnswer(command) ?? '');
  const between = logged.filter((command) => refused.has(command.id) && isMeant(command));
  const anew = openConflicts(history.filter(isMeant), between);
  return [...before.filter(({ itemCode }) => !lines.has(itemCode)), ...anew].toSorted((a, b) =>
    a.itemCode.localeCompare(b.itemCode),
  );
}

function grown(
  before: KnownVisit | undefined,
  { rows, lastSeq, lastOrder, logged, refused, applied }: Awaited<ReturnType<typeof readNew>>,
): KnownVisit {
  const fresh = logged.toSorted(byClock);
  const lastClock = before?.logged.at(-1)?.clock ?? '';
  const parts = {
    applied: [...(before?.applied ?? []), ...applied.map(({ command }) => command)],
    appliedIds: new Set([...(before?.appliedIds ?? []), ...applied.map(({ id }) => id)]),
    lastOrder: lastOrder ?? before?.lastOrder ?? 0,
    logged:
      fresh[0] === undefined || fresh[0].clock > lastClock
        ? [...(before?.logged ?? []), ...fresh]
        : [...(before?.logged ?? []), ...fresh].toSorted(byClock),
    lastSeq: lastSeq ?? before?.lastSeq ?? 0,
    rows: {
      logged: (before?.rows.logged ?? 0) + rows.logged,
      applied: (before?.rows.applied ?? 0) + rows.applied,
    },
    refused: new Set(refused),
  };
  // Only what was written here and comes last can be laid on top; anything else may change the order.
  const onTop =
    before !== undefined &&
    applied.length === 0 &&
    refused.length === before.refused.size &&
    (fresh[0] === undefined || fresh[0].clock > lastClock);
  const history = historyOf(parts);
  const view = onTop ? grownView(before.view, fresh) : viewOf(history);
  const conflicts = onTop
    ? grownConflicts(before.conflicts, { ...parts, history }, fresh)
    : openConflicts(
        history,
        parts.logged.filter(({ id }) => parts.refused.has(id)),
      );
  const print = `${parts.rows.logged}/${parts.refused.size}/${parts.rows.applied}`;
  return { print, ...parts, view, conflicts };
}

function keep(store: FieldStore, key: string, known: KnownVisit): KnownVisit {
  const memory = memoryOf(store);
  memory.delete(key);
  memory.set(key, known);
  for (const oldest of memory.keys()) {
    if (memory.size <= mostKept) break;
    memory.delete(oldest);
  }
  return known;
}

/** What was kept in a transaction that then came to nothing must not be believed. */
function forgetOnAbort(store: FieldStore, key: string): void {
  const { currentTransaction } = Dexie;
  if (currentTransaction?.mode !== 'readwrite') return;
  let outermost = currentTransaction;
  while (outermost.parent) outermost = outermost.parent;
  outermost.on('abort', () => memoryOf(store).delete(key));
}

/**
 * The visit as it stands now. Reads only what came since the last time; what was kept is believed only while the
 * numbers of rows are those it was made of. Call inside a transaction over `memoryTables`.
 */
export async function knowVisit(store: FieldStore, account: string, visitId: string): Promise<KnownVisit> {
  const key = keyOf(store, account, visitId);
  const print = await printOf(store, account, visitId);
  const before = memoryOf(store).get(key);
  if (before?.print === print) return before;
  forgetOnAbort(store, key);
  const next = grown(before, await readNew(store, account, visitId, before));
  if (next.print === print) return keep(store, key, next);
  // Rows came in between the known ones, or went away: from the beginning.
  return keep(store, key, grown(undefined, await readNew(store, account, visitId, undefined)));
}

/** Lays a command that was just logged on top, in the transaction that logged it. */
export function learn(
  store: FieldStore,
  account: string,
  before: KnownVisit,
  logged: LoggedCommand,
): KnownVisit {
  const key = keyOf(store, account, logged.visitId);
  forgetOnAbort(store, key);
  return keep(
    store,
    key,
    grown(before, {
      rows: { logged: 1, applied: 0 },
      lastSeq: logged.seq,
      lastOrder: undefined,
      logged: [logged],
      refused: [...before.refused],
      applied: [],
    }),
  );
}

/** For tests, and for what removes rows: the next look reads everything. */
export function forgetVisits(store: FieldStore): void {
  memories.delete(store);
}

export function hasBegun({ checkedInAt, answers, findings, dossiers, evidence }: VisitView): boolean {
  return checkedInAt !== null || answers.size + findings.size + dossiers.size + evidence.size > 0;
}

export function digestOf(account: string, visitId: string, { print, logged, view }: KnownVisit): Digest {
  let answered = 0;
  for (const { conformity } of view.answers.values()) if ((conformity?.value ?? null) !== null) answered += 1;
  return {
    account,
    visitId,
    print,
    answered,
    findings: view.findings.size,
    dossiers: view.dossiers.size,
    begun: hasBegun(view),
    checkInTakenBack: view.checkInTakenBack,
    submitted: view.submitted,
    closed: view.closed,
    endings: logged.flatMap(({ id, action }) =>
      action === 'visit.submit' || action === 'visit.close' ? [id] : [],
    ),
  };
}
