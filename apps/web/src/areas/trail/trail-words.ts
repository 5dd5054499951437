import { type Action, permissions } from '@kycuong/domain/access/permission.ts';
import type { MessageKey, Translate } from '@kycuong/ui/i18n.ts';
import { trailMessages } from '@kycuong/ui/messages/trail.ts';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';
import { saidOfImport } from './said-of-import.ts';

export type Entry = inferOutput<typeof trpc.trail.list>['entries'][number];

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

/** Who acted; a tablet by itself bears its label. */
export function actorText(entry: Pick<Entry, 'actorName' | 'actorId' | 'deviceLabel'>, t: Translate): string {
  const { actorName, actorId, deviceLabel } = entry;
  return actorId === null && actorName.startsWith('device ')
    ? t('trail:tablet', { label: deviceLabel ?? actorName.slice('device '.length) })
    : actorName;
}

/** The file of an import and why it was taken back, where the entry is of one. */
export function importSaid({ action, subjectKind, detail }: Entry) {
  return isImport(action) || subjectKind === 'list-import' ? saidOfImport(detail) : {};
}

/** The id of the command is the import's. */
export function isImport(action: string): boolean {
  return /\.import-(?:units|lineage|users)$/.test(action);
}

/** What it was done to; an account by whose it is. */
export function thingText({ subjectKind, subjectAccount }: Entry, t: Translate): string {
  const kind = subjectText(subjectKind, t);
  return subjectAccount ? `${kind} ${subjectAccount.fullName} (${subjectAccount.username})` : kind;
}
