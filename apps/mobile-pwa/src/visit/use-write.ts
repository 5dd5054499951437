import { askAboutMarking } from '../evidence/ask-about-marking.ts';
import { checkSecrecy, markedIn } from '../evidence/secrecy-check.ts';
import { useField, useHand } from '../shell/field-context.ts';
import { saving } from '../shell/save-trouble.ts';
import type { FieldAct } from '../sync/field-act.ts';
import { logCommand } from '../sync/log-command.ts';
import type { LoggedCommand } from '../sync/store.ts';

/** Logs an act and lets the sender know. On resolving, it is on the disk; whether it is sent is another matter. */
export function useWrite(): (act: FieldAct) => Promise<LoggedCommand> {
  const { sync } = useField();
  const hand = useHand();
  return async (act) => {
    // An act without a marking goes to the disk with the touch itself.
    const checked = markedIn(act) === null ? act : await checkSecrecy(act, askAboutMarking);
    const logged = await saving(() => logCommand(hand(), checked));
    sync.nudge();
    return logged;
  };
}
