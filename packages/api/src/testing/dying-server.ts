import type { Ground } from '../work.ts';

/** Whether the session is lost in the place of this statement. */
type Dies = (text: string, values: unknown) => boolean;

type Client = Awaited<ReturnType<Ground['database']['$client']['reserve']>>;

/** What the driver says when the connection to the server is gone. */
class LostConnection extends Error {
  readonly code = 'CONNECTION_CLOSED';
}

/** A session that is lost where a test says so: what was sent before is rolled back, nothing is sent afterwards. */
function watched(client: Client, dies: Dies): Client {
  let isLost = false;
  const lost = { execute: () => Promise.reject(new LostConnection('the session is lost')) };
  return new Proxy(client, {
    get: (target, name) => {
      if (name !== 'unsafe') return Reflect.get(target, name);
      return (text: string, values: never[], options: object) => {
        if (isLost) return lost;
        if (!dies(text, values)) return target.unsafe(text, values, options);
        isLost = true;
        void target.unsafe('rollback').then(() => target.release());
        return lost;
      };
    },
  });
}

function dyingWhere(ground: Ground, dies: Dies): Ground {
  const reserve = async () => watched(await ground.database.$client.reserve(), dies);
  const client = new Proxy(ground.database.$client, {
    get: (target, name) => (name === 'reserve' ? reserve : Reflect.get(target, name)),
  });
  const database = new Proxy(ground.database, {
    get: (target, name) => (name === '$client' ? client : Reflect.get(target, name)),
  });
  return { ...ground, database };
}

/** Whenever what is written names the command. */
export function dyingAlways(ground: Ground, commandId: string): Ground {
  return dyingWhere(
    ground,
    (text, values) => text.startsWith('insert') && JSON.stringify(values).includes(commandId),
  );
}

/**
 * Once, in the place of the statement of the given number; counted over all field transactions, their begin and commit
 * included.
 */
export function dyingAt(ground: Ground, statement: number): Ground {
  let left = statement;
  return dyingWhere(ground, () => {
    left -= 1;
    return left === -1;
  });
}
