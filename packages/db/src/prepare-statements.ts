import type { Sql } from 'postgres';

/** Beyond this, a statement is one of many that differ by the length of a list, and not worth keeping. */
const mostParameters = 40;

type Run = (client: object) => unknown;

function prepareIn(client: object): void {
  const unsafe: Sql['unsafe'] = Reflect.get(client, 'unsafe');
  const prepared: Sql['unsafe'] = (text, args = [], options = {}) =>
    unsafe(
      text,
      args,
      args.length === 0 || args.length > mostParameters ? options : { ...options, prepare: true },
    );
  Reflect.set(client, 'unsafe', prepared);
  for (const name of ['begin', 'savepoint']) {
    const open: unknown = Reflect.get(client, name);
    if (typeof open !== 'function') continue;
    Reflect.set(client, name, (...args: unknown[]) => {
      const run = args.pop() as Run;
      return open(...args, (inner: object) => {
        prepareIn(inner);
        return run(inner);
      });
    });
  }
}

/**
 * Makes Drizzle's statements prepared ones, in this client and its transactions. Drizzle sends them as postgres.js's
 * `unsafe`, which by default has each described by the server first: a second round trip, and a new plan every time.
 */
export function prepareStatements<Client extends Sql>(client: Client): Client {
  prepareIn(client);
  return client;
}
