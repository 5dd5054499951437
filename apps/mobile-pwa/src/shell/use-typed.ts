import type { WrittenField } from '@kycuong/domain/visit/merge-field.ts';
import { useEffect, useRef, useState } from 'react';
import { askAboutMarking } from '../evidence/ask-about-marking.ts';
import type { TextLogged } from '../sync/log-text.ts';
import {
  type KeptText,
  type Seen,
  type TextPlace,
  TextSession,
  type TypedValue,
} from '../sync/text-session.ts';
import { useField, useHand } from './field-context.ts';
import { addField } from './live-fields.ts';
import { useHeldTexts } from './use-held-texts.ts';

const retryMs = 5_000;
/** The screen has read by then what was logged. */
const readMs = 1_000;

/** What stands in the field until the screen has read what became of it. */
interface Typed {
  readonly value: TypedValue;
  /** The command that it became. */
  readonly until?: string;
  /** The text that it stays. */
  readonly untilHeld?: KeptText;
}

/** What is typed in one stay in the field. */
interface Stay {
  /** A promise only while what was typed before is being logged. */
  readonly session: TextSession | Promise<TextSession>;
}

/**
 * A field whose text becomes one command when it is left. From the moment the person comes to it until then, what stands in
 * it is theirs: nothing that is stored or arrives meanwhile rewrites it. Each key is on the device at once.
 */
export function useTyped(
  place: TextPlace,
  stored: WrittenField<TypedValue> | undefined,
  /** A command was made of it; `before` is what stood there until then, whoever wrote it. */
  logged: (place: TextPlace, before: TypedValue) => void,
) {
  const { store, sync } = useField();
  const hand = useHand();
  const { visitId, itemCode, part } = place;
  const [typed, setTyped] = useState<Typed | null>(null);
  const onLogged = useRef(logged);
  onLogged.current = logged;
  const stay = useRef<Stay | null>(null);
  /** Until what was typed is logged, or stays; the session itself, where the disk did not take what was typed in it. */
  const leaving = useRef<Promise<Seen | TextSession | undefined>>(undefined);
  /** What the person saw become of it. */
  const left = useRef<Seen>(undefined);
  const held = useHeldTexts(visitId).find(
    ({ payload }) => payload.itemCode === itemCode && payload[part] !== undefined,
  );
  const standing = stored?.value ?? null;
  const base = stored?.command ?? null;
  const value = typed ? typed.value : held ? (held.payload[part] ?? null) : standing;
  // What was logged is on the screen by itself now.
  if (typed?.until !== undefined && typed.until === base) setTyped(null);
  const last = typed?.untilHeld;
  if (last && held && (held.payload[part] === last.value || held.writtenAt > last.writtenAt)) setTyped(null);

  const enter = (): Stay => {
    if (stay.current) return stay.current;
    const seen = held
      ? { id: held.id, base: held.base, value: held.base === base ? standing : undefined }
      : { base, value: standing };
    const open = (after: Seen | TextSession | undefined) =>
      after instanceof TextSession ? after : new TextSession(hand, place, after ?? seen);
    // What is being logged, or is and has not come to the screen yet, is what the person sees.
    const isRecent = typed?.until !== undefined || typed?.untilHeld !== undefined;
    const session = leaving.current?.then(open) ?? open(isRecent ? left.current : undefined);
    const begun: Stay = { session };
    stay.current = begun;
    setTyped({ value });
    return begun;
  };

  const change = (next: TypedValue) => {
    const { session } = enter();
    const atMs = Date.now();
    setTyped({ value: next });
    // In the event of the key itself: the browser has it whatever becomes of the page.
    if (session instanceof TextSession) session.type(next, atMs);
    else void session.then((opened) => opened.type(next, atMs));
  };

  /** What was logged, or waits for the person, stands in the field until the screen has read it. */
  const showLogged = (session: TextSession, logged: TextLogged | undefined): Seen | undefined => {
    const untilHeld = session.last;
    if (logged === 'held' && untilHeld) {
      if (stay.current === null) setTyped((now) => now && { value: now.value, untilHeld });
      return session.unfinished;
    }
    if (typeof logged !== 'object') {
      if (stay.current === null) setTyped(null);
      return undefined;
    }
    const { command, before } = logged;
    if (stay.current === null) setTyped((now) => now && { ...now, until: command.id });
    setTimeout(() => setTyped((now) => (now?.until === command.id ? null : now)), readMs);
    onLogged.current(place, before);
    sync.nudge();
    return { base: command.id, value: command.action === 'answer.set' ? command.payload[part] : undefined };
  };

  const finish = async (over: Stay): Promise<Seen | TextSession | undefined> => {
    const session = await over.session;
    try {
      const logged = await session.leave();
      // Nobody waits for the answer: a tablet that is being locked asks nothing at all.
      if (logged === 'held' && store.vault.shownTo() !== null)
        void session.askAbout(askAboutMarking).then((spoken) => showLogged(session, spoken));
      return showLogged(session, logged);
    } catch {
      // What is typed stays in the field, and is left once more: a disk may have room again.
      stay.current ??= over;
      setTimeout(() => void leave(), retryMs);
      return session;
    }
  };

  const leave = async (): Promise<void> => {
    const over = stay.current;
    stay.current = null;
    if (over) {
      const mine = finish(over).then((seen) => {
        if (leaving.current === mine) {
          leaving.current = undefined;
          left.current = seen instanceof TextSession ? seen.unfinished : seen;
        }
        return seen;
      });
      leaving.current = mine;
    }
    await leaving.current;
  };

  const latest = useRef(leave);
  latest.current = leave;
  useEffect(() => {
    const done = addField(() => latest.current());
    return () => {
      done();
      void latest.current();
    };
  }, []);
  return {
    value,
    enter: () => void enter(),
    change,
    leave: () => void leave(),
    held: typed ? undefined : held,
  };
}
