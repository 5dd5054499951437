import { type Action, permissions } from '@kycuong/domain/access/permission.ts';
import type { MessageKey, Translate } from '@kycuong/ui/i18n.ts';
import { trailMessages } from '@kycuong/ui/messages/trail.ts';

type Area = keyof typeof trailMessages.vi.areas;
type Subject = keyof typeof trailMessages.vi.subjects;

function isAction(text: string): text is Action {
  return Object.hasOwn(permissions, text);
}
function isArea(text: string): text is Area {
  return Object.hasOwn(trailMessages.vi.areas, text);
}
function isSubject(text: string): text is Subject {
  return Object.hasOwn(trailMessages.vi.subjects, text);
}

/** The first words of all actions, in the order of the permission table. */
export const trailAreas: readonly Area[] = [
  ...new Set(Object.keys(permissions).map((action) => action.split('.')[0] ?? '')),
].filter(isArea);

/** What an entry's action is called; an act that this version no longer knows keeps its own name. */
export function actionText(action: string, t: Translate): string {
  if (!isAction(action)) return action;
  const key: MessageKey = `trail:action.${action}`;
  return t(key);
}

export function subjectText(kind: string, t: Translate): string {
  return isSubject(kind) ? t(`trail:subjects.${kind}`) : kind;
}
