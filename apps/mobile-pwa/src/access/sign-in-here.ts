import { learnRecoveryKey } from '../lock/learn-recovery-key.ts';
import { lockNow } from '../lock/lock-now.ts';
import { dropFact, fact, setFact } from '../sync/facts.ts';
import type { FieldServer } from '../sync/server.ts';
import { ServerFailure } from '../sync/server-failure.ts';
import type { FieldStore, Person } from '../sync/store.ts';
import type { SecondStep } from './enter-second-step.tsx';

interface Place {
  readonly store: FieldStore;
  readonly server: FieldServer;
}

/**
 * Signs in at the server and keeps who it is, so that the person can go on without a network. Where somebody else is
 * at work here, nobody is put in their place: the one who signed in is given back, and nothing is sent until the two
 * are one again. Nor does anybody come in with a password that was given: `password-to-set`.
 */
export async function signInHere(
  { store, server }: Place,
  username: string,
  password: string,
): Promise<Person | null | 'password-to-set' | SecondStep> {
  const { passwordToSet, codeToEnter, factorToEnrol } = await server.signIn(username, password);
  if (passwordToSet) return 'password-to-set';
  if (codeToEnter) return 'code';
  if (factorToEnrol) return 'enrolment';
  return goOnHere({ store, server });
}

/** The second step of the same. */
export async function enterCodeHere(place: Place, code: string): Promise<Person | null> {
  await place.server.enterCode(code);
  return goOnHere(place);
}

async function goOnHere({ store, server }: Place): Promise<Person | null> {
  await dropFact(store, 'leftAccount');
  const person = await server.session();
  if (person === null) throw new ServerFailure('signed-out');
  // So that the key is wrapped for the province before the first word is written.
  await learnRecoveryKey(store, server, Date.now());
  const here = await fact(store, 'person');
  if (here !== undefined && here.id !== person.id) {
    await setFact(store, 'signedOut', true);
    await setFact(store, 'otherSession', person.fullName);
    return person;
  }
  await setFact(store, 'person', person);
  await setFact(store, 'signedOut', false);
  await setFact(store, 'otherSession', null);
  return null;
}

/** Another person goes on at this device, behind their own code. What the first one wrote stays, sealed. */
export async function switchTo(store: FieldStore, person: Person): Promise<void> {
  await lockNow(store);
  await setFact(store, 'person', person);
  await setFact(store, 'signedOut', false);
  await setFact(store, 'otherSession', null);
}

/** Forgets who is here, and nothing else: the log, the packets and the photos stay, unsent work included. */
export async function signOutHere({ store, server }: Place): Promise<void> {
  const person = await fact(store, 'person');
  await lockNow(store);
  // Until the server has heard it, and without a network that is later, the session lives on: it brings nobody back.
  if (person) await setFact(store, 'leftAccount', person.id);
  await dropFact(store, 'person');
  await setFact(store, 'otherSession', null);
  await server.signOut().then(
    () => dropFact(store, 'leftAccount'),
    () => undefined,
  );
}

/** Someone who signed in at the console of this browser is signed in here too, unless somebody else works here. */
export async function adoptSession({ store, server }: Place): Promise<void> {
  const left = await fact(store, 'leftAccount');
  const person = await server.session();
  if (person === null || (await fact(store, 'person')) !== undefined) return;
  if (left === person.id) {
    await server.signOut();
    await dropFact(store, 'leftAccount');
    return;
  }
  // So that the key is wrapped for the province before the first word is written.
  await learnRecoveryKey(store, server, Date.now());
  await setFact(store, 'person', person);
}
