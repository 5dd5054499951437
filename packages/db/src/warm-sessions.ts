import { setTimeout as pause } from 'node:timers/promises';
import type { ReservedSql, Sql } from 'postgres';
import { Pool } from 'tarn';

/** A session held for a while by one who asked for it. */
export interface Session extends ReservedSql {
  /** The connection is gone, and what was sent through it and not answered may or may not have happened. */
  readonly isLost: () => boolean;
  /** Instead of `release`, where it is not known how it stands with the connection: it is closed, and opened anew for the next. */
  readonly discard: () => void;
}

interface Lane {
  readonly client: Sql;
  isOpen: boolean;
  isSpent: boolean;
  /** Told when the connection closes under whoever holds it. */
  onClose: () => void;
}

const longestWaitMs = 30_000;
const endMs = 5_000;

/** Runs what needs a session and no transaction, and gives the session back. */
export async function inSession<Result>(
  { hold }: { readonly hold: () => Promise<Session> },
  run: (session: Session) => Promise<Result>,
): Promise<Result> {
  const session = await hold();
  try {
    return await run(session);
  } finally {
    session.release();
  }
}

/**
 * Sessions of which the one used last is taken first. A session that was just used has its plans, its catalogue and the
 * rows at hand; the driver's own pool goes round all that were ever opened, so that each piece of work finds a cold one.
 * @param open a client of one connection, which tells when that closes.
 */
export function warmSessions(open: (onclose: () => void) => Sql, max: number) {
  const lanes = new Set<Lane>();
  const pool = new Pool<Lane>({
    create: async () => {
      const client = open(() => {
        lane.isOpen = false;
        lane.onClose();
      });
      const lane: Lane = { client, isOpen: false, isSpent: false, onClose: () => undefined };
      lanes.add(lane);
      return lane;
    },
    destroy: (lane) => {
      lanes.delete(lane);
      return lane.client.end({ timeout: endMs / 1000 });
    },
    validate: ({ isSpent }) => !isSpent,
    // However seldom anybody comes, nobody waits for a connection to be opened.
    min: 1,
    max,
    acquireTimeoutMillis: longestWaitMs,
  });

  async function hold(): Promise<Session> {
    const lane = await pool.acquire().promise;
    let held: ReservedSql | undefined;
    let isLost = false;
    const giveBack = () => {
      lane.onClose = () => undefined;
      pool.release(lane);
    };
    lane.onClose = () => {
      // Before it was held, its opening fails by itself.
      if (held === undefined) return;
      isLost = true;
      giveBack();
    };
    try {
      // A connection that could not be opened to be reserved would, once it can, wait for good for who asked first.
      if (!lane.isOpen) await lane.client`select`;
      lane.isOpen = true;
      held = await lane.client.reserve();
    } catch (error) {
      giveBack();
      throw error;
    }
    const { release } = held;
    // A lost one is not given to the driver again: it would take the closed connection for an open one.
    return Object.assign(held, {
      isLost: () => isLost,
      release: () => {
        if (isLost) return;
        release();
        giveBack();
      },
      discard: () => {
        if (isLost) return;
        isLost = true;
        lane.isSpent = true;
        void lane.client.end({ timeout: 0 });
        giveBack();
      },
    });
  }

  /** Waits for what is under way as long as the other pool does; one that is never given back holds nobody up. */
  async function close(): Promise<void> {
    await Promise.race([pool.destroy(), pause(endMs, undefined, { ref: false })]);
    await Promise.all([...lanes].map(({ client }) => client.end({ timeout: 0 })));
  }

  return { hold, close };
}
