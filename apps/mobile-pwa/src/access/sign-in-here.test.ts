import { newDataKey } from '@kycuong/domain/sync/row-cipher.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactSigner } from '../device/contact-signer.ts';
import { fact, setFact } from '../sync/facts.ts';
import { logCommand } from '../sync/log-command.ts';
import type { FieldServer } from '../sync/server.ts';
import { ServerFailure } from '../sync/server-failure.ts';
import { round } from '../sync/start-sync.ts';
import { readStatus } from '../sync/status.ts';
import type { Person } from '../sync/store.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { adoptSession, signInHere, signOutHere, switchTo } from './sign-in-here.ts';

const someone = (id: string, fullName: string): Person => ({
  ...{ id, username: fullName, fullName },
  ...{ unitName: null, roles: ['inspector'] },
});

let tablet: Tablet;
let me: Person;
const colleague = someone(uuidV7(), 'Trần Văn Bạn');
/** Who is signed in at the server in this browser. */
let session: Person | null;
let pushed: string[];
let asked: number;
let given: boolean;

const at = '2026-11-23T02:00:00.000Z';
const offline = () => Promise.reject(new ServerFailure('network'));

const server: FieldServer = {
  signIn: async (username) => {
    session = username === me.username ? me : colleague;
    return { passwordToSet: given, codeToEnter: false, factorToEnrol: false };
  },
  enterCode: offline,
  signOut: async () => {
    session = null;
  },
  session: async () => session,
  hello: async () => {
    asked += 1;
    return { person: session, device: null };
  },
  push: async (commands) => {
    pushed.push(...commands.map(({ id }) => id));
    const logged = (await tablet.store.commands.toArray()).filter(({ id }) => pushed.includes(id));
    return { receipts: logged.map((one) => receiptOf(one, 'applied', at)), serverTime: at };
  },
  pull: async () => ({ changes: [], cursor: 'c', more: false, startedOver: false, serverTime: at }),
  quarantineCounts: async () => [],
  recoveryKey: async () => null,
  isDemo: async () => false,
  evidenceStates: async () => [],
  ...{ packet: offline, register: offline, reportWipe: offline, setPassword: offline },
};

const oneRound = () => {
  const { store, now } = tablet;
  return round({ store, server, carry: offline, signer: contactSigner(store, now) });
};

beforeEach(async () => {
  tablet = openTablet();
  me = someone(tablet.author, 'Bùi Thị Kiểm');
  session = me;
  pushed = [];
  asked = 0;
  given = false;
  await setFact(tablet.store, 'person', me);
});
afterEach(() => tablet.store.delete());

describe('a sign-in that ended while offline', () => {
  it('stops nothing but sending: the person writes on, signs in again, and all goes out', async () => {
    session = null;
    await logCommand(tablet.hand(), tablet.answer('M01'));
    await expect(oneRound()).rejects.toThrow('signed-out');
    await logCommand(tablet.hand(), tablet.answer('M02'));
    expect(await fact(tablet.store, 'signedOut')).toBe(true);
    expect([pushed.length, (await readStatus(tablet.store)).records.waiting]).toEqual([0, 2]);
    expect(await signInHere({ store: tablet.store, server }, me.username, 'x')).toBeNull();
    await oneRound();
    expect([pushed.length, (await readStatus(tablet.store)).records.received]).toEqual([2, 2]);
    expect(await fact(tablet.store, 'signedOut')).toBe(false);
  });

  it('and is followed by somebody else’s by mistake sends nothing under the wrong name', async () => {
    const { store } = tablet;
    session = null;
    await logCommand(tablet.hand(), tablet.answer('M01'));
    expect(await signInHere({ store, server }, colleague.username, 'x')).toEqual(colleague);
    expect(await fact(store, 'person')).toEqual(me);
    await expect(oneRound()).rejects.toThrow('signed-out');
    expect(await fact(store, 'otherSession')).toBe(colleague.fullName);
    await logCommand(tablet.hand(), tablet.answer('M02'));
    expect([pushed.length, (await readStatus(store)).records.waiting]).toEqual([0, 2]);
    await signInHere({ store, server }, me.username, 'x');
    await oneRound();
    expect(pushed).toHaveLength(2);
    expect(await fact(store, 'otherSession')).toBeNull();
  });
});

it('nobody comes in with a password that was given, and who is at work here stays', async () => {
  const { store } = tablet;
  given = true;
  expect(await signInHere({ store, server }, colleague.username, 'x')).toBe('password-to-set');
  expect(await fact(store, 'person')).toEqual(me);
});

describe('a colleague at the same tablet', () => {
  it('goes on behind a key of their own; the first one’s work stays, unsent and counted', async () => {
    const { store } = tablet;
    await logCommand(tablet.hand(), tablet.answer('M01'));
    await signInHere({ store, server }, colleague.username, 'x');
    await switchTo(store, colleague);
    expect(store.vault.held()).toBeNull();
    await oneRound();
    expect(pushed).toEqual([]);
    store.vault.open({ account: colleague.id, keyId: uuidV7(), key: newDataKey() });
    await logCommand({ ...tablet.hand(), author: colleague.id }, tablet.answer('M02'));
    await oneRound();
    expect(pushed).toHaveLength(1);
    const { records, allReceived } = await readStatus(store);
    expect([records.waiting, records.received, allReceived]).toEqual([1, 1, false]);
  });
});

it('whoever signed out without a network is not brought back by the session that lived on', async () => {
  const { store } = tablet;
  await signOutHere({ store, server: { ...server, signOut: offline } });
  expect(session).toEqual(me);
  await adoptSession({ store, server });
  expect([await fact(store, 'person'), session]).toEqual([undefined, null]);
  // Nor a question that the form asks while the server is being told.
  await setFact(store, 'person', me);
  await signOutHere({
    store,
    server: {
      ...server,
      signOut: () => adoptSession({ store, server: { ...server, session: async () => me } }),
    },
  });
  expect(await fact(store, 'person')).toBeUndefined();
  session = colleague;
  await adoptSession({ store, server });
  expect(await fact(store, 'person')).toEqual(colleague);
});

it('nothing is sent, and the server is not asked, while the tablet is locked', async () => {
  await logCommand(tablet.hand(), tablet.answer('M01'));
  tablet.store.vault.close();
  expect(await oneRound()).toBeNull();
  expect([asked, pushed]).toEqual([0, []]);
  expect((await readStatus(tablet.store)).records.waiting).toBe(1);
});

it('whoever signs out leaves the work behind, and the key is gone from memory', async () => {
  const { store } = tablet;
  const key = store.vault.held()?.key;
  await logCommand(tablet.hand(), tablet.answer('M01'));
  await signOutHere({ store, server });
  expect([await fact(store, 'person'), store.vault.held()]).toEqual([undefined, null]);
  expect(new Set(key)).toEqual(new Set([0]));
  expect(await store.commands.count()).toBe(1);
});
