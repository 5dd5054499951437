import { askAboutMarking } from '../evidence/ask-about-marking.ts';
import { checkSecrecy, markedIn } from '../evidence/secrecy-check.ts';
import { Withheld } from '../evidence/withheld.ts';
import { useField, useHand } from '../shell/field-context.ts';
import { leaveFields } from '../shell/live-fields.ts';
import { saving } from '../shell/save-trouble.ts';
import type { FieldAct } from '../sync/field-act.ts';
import { logCommand } from '../sync/log-command.ts';
import type { FieldStore, LoggedCommand } from '../sync/store.ts';

/** What ends or passes on the work at a visit: nothing that was typed there may lie behind it. */
const passingOn: ReadonlySet<FieldAct['action']> = new Set([
  'visit.submit',
  'visit.close',
  'visit.hand-over',
]);

async function logTyped(store: FieldStore, visitId: string): Promise<void> {
  await leaveFields();
  if ((await store.texts.where({ visitId }).count()) === 0) return;
  const { logTexts, ownTexts } = await import('../sync/log-text.ts');
  await logTexts(store, { visitId, ask: askAboutMarking });
  // The person took one back, or has to shorten it: the screen says at which item.
  if ((await ownTexts(store, visitId)).length > 0) throw new Withheld();
}

/** Logs an act and lets the sender know. On resolving, it is on the disk; whether it is sent is another matter. */
export function useWrite(): (act: FieldAct) => Promise<LoggedCommand> {
  const { store, sync } = useField();
  const hand = useHand();
  return async (act) => {
    // An act without a marking goes to the disk with the touch itself.
    const checked = markedIn(act) === null ? act : await checkSecrecy(act, askAboutMarking);
    if (passingOn.has(act.action)) await saving(() => logTyped(store, act.payload.visitId));
    const logged = await saving(() => logCommand(hand(), checked));
    sync.nudge();
    return logged;
  };
}
