import { PushCommands } from '@kycuong/domain/sync/push.ts';
import { sessionHash } from '../access/sessions.ts';
import type { Ground } from '../work.ts';
import { SessionToBeAsked } from './judge-group.ts';
import { judgeSplit } from './judge-split.ts';
import { pushedFrom } from './push.ts';
import { readPushed } from './read-pushed.ts';

interface Sent {
  /** The session's cookie. */
  readonly cookie: string | undefined;
  /** The input as JSON text. */
  readonly input: string;
}

function readCommands(input: string): readonly unknown[] | undefined {
  try {
    return PushCommands.safeParse(JSON.parse(input)).data?.commands;
  } catch {
    return undefined;
  }
}

/**
 * `Pushed` as JSON text for what tablets send all day, a person's own work: the session is judged in the statement that
 * opens the desk for the author. Undefined wherever there is more to do or to say (work of others, no session, one of
 * somebody else or to be prolonged, input that does not parse): then the ordinary way answers.
 */
export async function quickPush(ground: Ground, { cookie, input }: Sent): Promise<string | undefined> {
  if (cookie === undefined) return undefined;
  const pushed = readCommands(input)?.map(readPushed);
  const items = pushed?.flatMap(({ item }) => item ?? []) ?? [];
  const author = items[0]?.author;
  if (pushed === undefined || author === undefined) return undefined;
  if (items.length < pushed.length || items.some((item) => item.author !== author)) return undefined;
  const group = { ground, author, senderId: null, signedBy: null, session: sessionHash(cookie) };
  try {
    const outcomes = await judgeSplit(group, items);
    return JSON.stringify(pushedFrom(pushed, (_, index) => outcomes[index], ground.now()));
  } catch (error) {
    if (error instanceof SessionToBeAsked) return undefined;
    throw error;
  }
}
