import { dropFact, fact, setFact } from '../sync/facts.ts';
import type { FieldServer } from '../sync/server.ts';
import { ServerFailure } from '../sync/server-failure.ts';
import type { FieldStore } from '../sync/store.ts';

interface Place {
  readonly store: FieldStore;
  readonly server: FieldServer;
}

/** Signs in at the server and keeps who it is, so that the person can go on without a network. */
export async function signInHere(
  { store, server }: Place,
  username: string,
  password: string,
): Promise<void> {
  await server.signIn(username, password);
  const person = await server.session();
  if (person === null) throw new ServerFailure('signed-out');
  await setFact(store, 'person', person);
  await setFact(store, 'signedOut', false);
}

/** Forgets who is here, and nothing else: the log, the packets and the photos stay, unsent work included. */
export async function signOutHere({ store, server }: Place): Promise<void> {
  await dropFact(store, 'person');
  // Without a network the session at the server ends by itself.
  await server.signOut().catch(() => undefined);
}

/** Someone who signed in at the console of this browser is signed in here too, unless somebody else works here. */
export async function adoptSession({ store, server }: Place): Promise<void> {
  const person = await server.session();
  if (person !== null && (await fact(store, 'person')) === undefined) await setFact(store, 'person', person);
}
