import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { AskAboutMarking } from '../evidence/secrecy-check.ts';
import { markedIn } from '../evidence/secrecy-check.ts';
import { isReadable, sealedOf } from '../lock/seal-rows.ts';
import { fact, setFact } from './facts.ts';
import { fieldSchemas } from './field-schemas.ts';
import { logTables, writeKnown } from './log-command.ts';
import type { FieldStore, LoggedCommand, TypedText } from './store.ts';
import type { TypedValue } from './text-session.ts';
import { knowVisit } from './visit-memory.ts';

/** A text that became a command. */
export interface LoggedText {
  readonly command: LoggedCommand;
  /** What stood at the item until then, whatever was seen when it was begun. */
  readonly before: TypedValue;
}

/** `same`: it says what stands already; `held`: it waits for the person, to be spoken for or shortened; `gone`: it is not there. */
export type TextLogged = LoggedText | 'same' | 'held' | 'gone';

const textTables = (store: FieldStore) => [...logTables(store), store.texts];

const actOf = ({ action, payload }: TypedText) => ({ action, payload });

const partOf = ({ payload }: TypedText) => (payload.note === undefined ? 'count' : 'note');

const saidIn = (text: TypedText): TypedValue => text.payload[partOf(text)] ?? null;

/** What stands now where the text would be set. */
async function standing(store: FieldStore, text: TypedText): Promise<TypedValue> {
  const { author, visitId, payload } = text;
  const answer = (await knowVisit(store, author, visitId)).view.answers.get(payload.itemCode);
  return answer?.[partOf(text)]?.value ?? null;
}

/** Whether the command says something else than what was typed on after another tab had made it. */
function isOther(command: LoggedCommand | undefined, last: TypedText): boolean {
  if (!isReadable(command) || command.action !== 'answer.set') return false;
  return (command.payload[partOf(last)] ?? null) !== saidIn(last);
}

/**
 * Makes a text the command that it is: taken away as a text and logged in one transaction, so that neither a kill nor
 * another tab can lose it or make it twice. Nothing of it is dated anew: it is as of its last key, and builds on what
 * was seen at its first.
 * @param isDeclared the person's word that what bears a marking of secrecy is no state secret.
 * @param last what was typed last: where another tab made a command of it before, and it says again what had stood
 * there, no row of it is left.
 */
export async function logText(
  store: FieldStore,
  id: string,
  isDeclared = false,
  last?: TypedText,
): Promise<TextLogged> {
  return store.transaction('rw', textTables(store), async () => {
    const [kept, command] = await Promise.all([store.texts.get(id), store.commands.get(id)]);
    const text = kept ?? (last && isOther(command, last) ? last : undefined);
    if (!isReadable(text)) return 'gone';
    const isMarked = markedIn(actOf(text)) !== null;
    const isTaken = fieldSchemas[text.action].safeParse(text.payload).success;
    if ((isMarked && !isDeclared) || !isTaken) {
      // It may have been kept by a release that knew other markings, or other lengths; and of further keys the screens
      // have not been told.
      await store.texts.put({ ...text, held: 1 });
      return 'held';
    }
    await store.texts.delete(id);
    const before = await standing(store, text);
    if (before === saidIn(text)) return 'same';
    const declared = isMarked ? { declaredNotSecret: true as const } : {};
    const act = { ...actOf(text), payload: { ...text.payload, ...declared } };
    const { author, device, writtenAt, base, serverOffsetMs } = text;
    const nowMs = Date.parse(writtenAt);
    // Another tab made a command of it while it was typed on here: what was typed since is a further one.
    const typed = command ? { id: uuidV7(nowMs), base: id, serverOffsetMs } : { id, base, serverOffsetMs };
    return { command: await writeKnown({ store, author, device, nowMs }, act, typed), before };
  });
}

export interface TextScope {
  /** Null: of every visit. */
  readonly visitId: string | null;
  /** Without it, what bears a marking of secrecy stays. */
  readonly ask?: AskAboutMarking;
}

/** The texts of whoever is at work, in the order in which they were typed. */
export async function ownTexts(store: FieldStore, visitId: string | null): Promise<TypedText[]> {
  const account = store.vault.held()?.account;
  if (account === undefined) return [];
  const rows = await store.texts.where('author').equals(account).sortBy('clock');
  return rows.filter(isReadable).filter((text) => visitId === null || text.visitId === visitId);
}

/** Makes commands of all texts of whoever is at work. One that cannot be logged stays and holds up no other. */
export async function logTexts(store: FieldStore, { visitId, ask }: TextScope): Promise<void> {
  let failed: unknown;
  for (const text of await ownTexts(store, visitId))
    try {
      const marked = markedIn(actOf(text));
      const isDeclared = marked !== null && ask !== undefined && (await ask(marked));
      if (text.held === 0 || isDeclared) await logText(store, text.id, isDeclared);
    } catch (error) {
      failed = error;
    }
  if (failed !== undefined) throw failed;
}

/**
 * Lays the texts of a locked tablet, or of another person on it, into the log as they lie, without opening them: for
 * whatever hands the log in sealed. What waits for its author's word stays a text.
 */
export async function logSealedTexts(
  store: FieldStore,
  { account, visitId }: { readonly account: string | null; readonly visitId: string | null },
): Promise<void> {
  await store.transaction('rw', [store.texts, store.commands, store.meta], async () => {
    for (const row of await store.texts.where('held').equals(0).sortBy('clock')) {
      const isMeant = (account ?? row.author) === row.author && (visitId ?? row.visitId) === row.visitId;
      if (!isMeant || sealedOf(row) === undefined || (await store.commands.get(row.id)) !== undefined)
        continue;
      const { held: _, ...command } = row;
      const seq = ((await fact(store, `seq:${row.visitId}`)) ?? 0) + 1;
      // The row as it lies, with the number that was the last thing missing of it.
      await store.table('commands').add({ ...command, seq });
      await setFact(store, `seq:${row.visitId}`, seq);
      const clock = await fact(store, 'clock');
      if (clock === undefined || clock < row.clock) await setFact(store, 'clock', row.clock);
      await store.texts.delete(row.id);
    }
  });
}
