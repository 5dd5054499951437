import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { longestKept } from '@kycuong/domain/sync/quarantine.ts';
import { inTurns } from '../in-turns.ts';
import { reasonText } from '../receipt-text.ts';
import type { OpenedCommand } from './open-parcel.ts';
import { pushedFrom } from './push.ts';
import { readNamed, readPushed } from './read-pushed.ts';

/** With all that stands around what is kept of it. */
const longestTaken = 2 * longestKept;

/**
 * What of a parcel is not judged, with the answer to each; nothing of it is stored. Nobody could ever send what has no
 * author, nor the leader let it in: told as whatever is not the sender's to bring. What is longer than any form makes it is
 * not even read.
 */
export async function putAside(
  opened: readonly OpenedCommand[],
  isAnybodys: (command: unknown) => boolean,
  now: Date,
): Promise<Map<unknown, string | null>> {
  const answers = new Map<unknown, string | null>();
  for await (const { command, bytes } of inTurns(opened)) {
    if (bytes > longestTaken) {
      const failure = new DomainError('too-large', 'sync.too-long-to-keep', {
        kilobytes: longestKept / 1_024,
      });
      answers.set(command, reasonText({ ...readNamed(command), now }, 'refused', failure));
    } else if (!isAnybodys(command)) {
      const { receipts } = pushedFrom([readPushed(command)], () => undefined, now);
      answers.set(command, receipts[0] ?? null);
    }
  }
  return answers;
}
