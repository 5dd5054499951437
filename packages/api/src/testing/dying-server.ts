import { prepareStatements } from '@kycuong/db/prepare-statements.ts';
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Ground } from '../work.ts';

/** Whether the session is lost in the place of this statement. */
type Dies = (text: string, values: unknown) => boolean;

type Sql = Ground['database']['$client'];
type Client = Awaited<ReturnType<Sql['hold']>>;

/** What the driver says when the connection to the server is gone. */
class LostConnection extends Error {
  readonly code = 'CONNECTION_CLOSED';
}

/** What is asked of a lost session, in each form in which the driver is asked. */
function lostAnswer() {
  const fail = () => Promise.reject(new LostConnection('the session is lost'));
  return Object.assign(Object.create({}), {
    execute: fail,
    values: fail,
    // biome-ignore lint/suspicious/noThenProperty: the driver's own queries are thenables
    then: (resolve: undefined, reject: (error: unknown) => unknown) => fail().then(resolve, reject),
  });
}

/** A session that is lost where a test says so: it is closed under what was sent before, nothing is sent afterwards. */
function watched(client: Client, dies: Dies): Client {
  let isLost = false;
  return new Proxy(client, {
    get: (target, name) => {
      if (name !== 'unsafe') return Reflect.get(target, name);
      return (text: string, values: never[], options: object) => {
        if (isLost) return lostAnswer();
        if (!dies(text, values)) return target.unsafe(text, values, options);
        isLost = true;
        target.discard();
        return lostAnswer();
      };
    },
  });
}

/** The same for a transaction that the driver itself begins and, where its work fails, rolls back. */
function watchedWithin(sql: Sql, dies: Dies) {
  return (...args: unknown[]) => {
    const run = args.pop();
    if (typeof run !== 'function') throw new Error('a transaction without work');
    let isLost = false;
    const within = async (inner: object) => {
      const unsafe: unknown = Reflect.get(inner, 'unsafe');
      if (typeof unsafe !== 'function') throw new Error('not a session');
      Reflect.set(inner, 'unsafe', (text: string, values: unknown[], options: object) => {
        isLost ||= dies(text, values);
        return isLost ? lostAnswer() : unsafe(text, values, options);
      });
      const result: unknown = await run(inner);
      if (isLost || dies('commit', [])) throw new LostConnection('the session is lost');
      return result;
    };
    return Reflect.apply(Reflect.get(sql, 'begin'), sql, [...args, within]);
  };
}

function dyingWhere(ground: Ground, dies: Dies): Ground {
  const { $client } = ground.database;
  const hold = async () => watched(await $client.hold(), dies);
  const own: Record<string | symbol, unknown> = { hold, begin: watchedWithin($client, dies) };
  const client = new Proxy($client, {
    get: (target, name) => own[name] ?? Reflect.get(target, name),
    // What is set on this one stays with it.
    set: (_, name, value) => {
      own[name] = value;
      return true;
    },
  });
  return { ...ground, database: drizzle(prepareStatements(client)) };
}

/** Whenever what is written names the command. */
export function dyingAlways(ground: Ground, commandId: string): Ground {
  return dyingWhere(
    ground,
    (text, values) => /^(insert|with)/.test(text) && JSON.stringify(values).includes(commandId),
  );
}

/**
 * Once, in the place of the statement of the given number; counted over all transactions, their commits included and
 * the begin of those in the field.
 * @param onDeath told the statement, when it came to that.
 */
export function dyingAt(
  ground: Ground,
  statement: number,
  onDeath: (statement: string) => void = () => undefined,
): Ground {
  let left = statement;
  return dyingWhere(ground, (text) => {
    left -= 1;
    if (left === -1) onDeath(text);
    return left === -1;
  });
}
