import { isReadable } from '../lock/seal-rows.ts';
import type { FieldStore } from '../sync/store.ts';

/** Acts that take words along, as the keys of their drafts name them: handing in, closing, handing over. */
const wordedActs = ['open', 'submitted', 'hand-over'] as const;
export type WordedAct = (typeof wordedActs)[number];

/** Words for an act that the visit does not take now: a colleague did it first, or it is not the person's any more. */
export interface LeftWords {
  readonly act: WordedAct;
  readonly key: string;
  readonly text: string;
  readonly savedAt: string;
}

/** @param offered acts whose field stands on the screen. */
export async function readLeftWords(
  { drafts }: FieldStore,
  account: string,
  visitId: string,
  offered: ReadonlySet<WordedAct>,
): Promise<readonly LeftWords[]> {
  const acts = wordedActs.filter((act) => !offered.has(act));
  const rows = await drafts.bulkGet(acts.map((act): [string, string] => [account, `${act} ${visitId}`]));
  return acts.flatMap((act, index) => {
    const row = rows[index];
    if (!isReadable(row) || typeof row.value !== 'string' || row.value.trim() === '') return [];
    return [{ act, key: row.key, text: row.value, savedAt: row.savedAt }];
  });
}
