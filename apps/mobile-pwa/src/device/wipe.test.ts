import 'fake-indexeddb/auto';
import type { ReportWipe } from '@kycuong/domain/device/wipe-order.ts';
import { newDataKey } from '@kycuong/domain/sync/row-cipher.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attachEvidence } from '../evidence/attach.ts';
import { sha256Of } from '../evidence/capture.ts';
import { fact, setFact } from '../sync/facts.ts';
import { logCommand } from '../sync/log-command.ts';
import { connectServer, type FieldServer } from '../sync/server.ts';
import { ServerFailure } from '../sync/server-failure.ts';
import { round } from '../sync/start-sync.ts';
import { type FieldStore, openStore } from '../sync/store.ts';
import { openInstallation } from '../testing/installation.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { typeText } from '../testing/type-text.ts';
import { contactSigner } from './contact-signer.ts';
import { ensureDeviceKeys } from './device-keys.ts';
import { heedOrder, resumeWipe, type WipeGround } from './wipe.ts';

const installation = await openInstallation();
let tablet: Tablet;
let reports: { id: string; report: ReportWipe }[];
let taken: 'taken' | 'refused';

beforeEach(async () => {
  tablet = openTablet();
  reports = [];
  taken = 'taken';
  await furnish(tablet.store);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await tablet.store.delete();
});

/** A registered tablet with two commands and a draft. */
async function furnish(store: FieldStore): Promise<void> {
  await setFact(store, 'device', tablet.device);
  await setFact(store, 'person', {
    id: tablet.author,
    username: 'kiem',
    fullName: 'Bùi Thị Kiểm',
    unitName: 'Sở Nội vụ',
    roles: ['inspector'],
  });
  await ensureDeviceKeys(store);
  const accounts = [tablet.author];
  await setFact(store, 'registration', { accounts, label: 'Máy số 3', orderKey: installation.publicKey });
  await setFact(store, 'deviceLabel', 'Máy số 3');
  for (const code of ['M01', 'M02']) await logCommand({ ...tablet.hand(), store }, tablet.answer(code));
  await store.drafts.add({ account: tablet.author, key: 'x', value: 1, savedAt: '2026-11-23T02:00:00.000Z' });
}

async function receiveAll(store: FieldStore, status: 'applied' | 'refused' = 'applied'): Promise<void> {
  const storedAt = '2026-11-23T02:00:00.000Z';
  for (const command of await store.commands.toArray()) {
    const { id, visitId } = command;
    await store.receipts.put({ id, visitId, status, text: receiptOf(command, status, storedAt), storedAt });
  }
  await store.uploads.toCollection().modify({ receivedAt: storedAt });
}

const asked = new Set<string>();
const groundOn = (store: FieldStore): WipeGround => ({
  store,
  signer: { wasAsked: (contact) => asked.delete(contact) },
  server: {
    reportWipe: async (id, report) => {
      reports.push({ id, report });
      return taken;
    },
  },
  now: tablet.now,
});
async function ordered(contact = 'this contact', device = tablet.device) {
  asked.add('this contact');
  return { order: await installation.orderFor(device, contact) };
}
async function contents(store: FieldStore) {
  const rows = await Promise.all(
    store.tables.map(async (table) => [table.name, await table.count()] as const),
  );
  return Object.fromEntries(rows);
}
const whole = { commands: 2, drafts: 1, deviceKeys: 1 };

describe('a wipe', () => {
  it('waits and destroys nothing while the server does not hold everything', async () => {
    const { store } = tablet;
    expect(await heedOrder(groundOn(store), await ordered())).toBe('waiting');
    expect(await contents(store)).toMatchObject(whole);
    expect(await fact(store, 'wipe')).toMatchObject({ stage: 'ordered', unsent: { records: 2, photos: 0 } });
    await receiveAll(store);
    const [first] = await store.commands.toArray();
    await store.receipts.delete(first?.id ?? '');
    expect(await heedOrder(groundOn(store), await ordered())).toBe('waiting');
    expect(await contents(store)).toMatchObject(whole);
    expect(reports).toEqual([]);
  });

  it('waits for the bytes of a photo, also of one whose record was refused', async () => {
    const { store, visitId } = tablet;
    const bytes = new TextEncoder().encode('ảnh');
    const takenAt = '2026-11-23T02:00:00.000Z';
    const file = { mediaType: 'image/jpeg', name: 'ảnh.jpg', takenAt } as const;
    const facts = { sha256: await sha256Of(bytes), size: bytes.length, ...file };
    await attachEvidence(tablet.hand(), visitId, { kind: 'item', id: 'M01' }, { bytes, facts });
    await receiveAll(store, 'refused');
    await store.uploads.toCollection().modify({ receivedAt: null });
    expect(await heedOrder(groundOn(store), await ordered())).toBe('waiting');
    expect(await fact(store, 'wipe')).toMatchObject({ unsent: { records: 0, photos: 1 } });
    await store.uploads.toCollection().modify({ receivedAt: '2026-11-23T02:00:00.000Z' });
    expect(await heedOrder(groundOn(store), await ordered())).toBe('begun');
    expect(reports).toMatchObject([{ report: { handedIn: { records: 3, photos: 1 } } }]);
  });

  it('waits for what was typed and is no command yet; what waits for its author goes with the drafts', async () => {
    const { store } = tablet;
    const session = await typeText(tablet, 'viết dở');
    await (await typeText(tablet, 'có dấu MẬT', 'M03')).leave();
    await receiveAll(store);
    expect(await heedOrder(groundOn(store), await ordered())).toBe('waiting');
    expect(await fact(store, 'wipe')).toMatchObject({ unsent: { records: 1, photos: 0 } });
    await session.leave();
    expect(await heedOrder(groundOn(store), await ordered())).toBe('waiting');
    await receiveAll(store);
    expect(await heedOrder(groundOn(store), await ordered())).toBe('begun');
    expect(reports).toMatchObject([{ report: { handedIn: { records: 3 }, destroyed: { drafts: 2 } } }]);
    expect((await contents(store)).texts).toBe(0);
  });

  it('does not take a refusal by which the server kept nothing for a hand-in', async () => {
    const { store } = tablet;
    const storedAt = '2026-11-23T02:00:00.000Z';
    for (const { id, action, visitId } of await store.commands.toArray()) {
      const reason = { code: 'forbidden', key: 'sync.author-not-sender', details: {}, issues: [] };
      const text = JSON.stringify({ id, action, status: 'refused', at: storedAt, reason });
      await store.receipts.put({ id, visitId, status: 'refused', text, storedAt });
    }
    expect(await heedOrder(groundOn(store), await ordered())).toBe('waiting');
    expect(await contents(store)).toMatchObject(whole);
  });

  it('destroys all once everything is with the server, and tells the counts', async () => {
    const { store } = tablet;
    await receiveAll(store);
    expect(await heedOrder(groundOn(store), await ordered())).toBe('begun');
    expect(reports).toMatchObject([
      {
        report: {
          handedIn: { records: 2, photos: 0, sealedFiles: 0 },
          destroyed: { records: 2, photos: 0, drafts: 1, keys: 1 },
        },
      },
    ]);
    const { meta, ...others } = await contents(store);
    expect(new Set(Object.values(others))).toEqual(new Set([0]));
    expect(await store.meta.toCollection().primaryKeys()).toEqual(['wiped']);
    expect(await fact(store, 'wiped')).toMatchObject({ reason: 'Mất ở xã Cổ Lễ' });
    // Whoever works here next begins with a key of their own.
    store.vault.open({ account: tablet.author, keyId: 'next', key: newDataKey() });
    await expect(logCommand(tablet.hand(), tablet.answer('M03'))).resolves.toBeDefined();
  });

  it('keeps the signing key until the server has taken the report', async () => {
    const { store } = tablet;
    await receiveAll(store);
    taken = 'refused';
    await heedOrder(groundOn(store), await ordered());
    expect(await contents(store)).toMatchObject({ commands: 0, drafts: 0, deviceKeys: 1 });
    await expect(logCommand(tablet.hand(), tablet.answer('M03'))).rejects.toThrow('being wiped');
    taken = 'taken';
    expect(await resumeWipe(groundOn(store))).toBe(true);
    expect(new Set(reports.map(({ id }) => id)).size).toBe(1);
    expect(await contents(store)).toMatchObject({ deviceKeys: 0 });
  });

  it('is undone by nothing once it began, and not begun once it was taken back', async () => {
    const { store } = tablet;
    await heedOrder(groundOn(store), await ordered());
    await receiveAll(store);
    expect(await heedOrder(groundOn(store), { order: null })).toBe('none');
    expect(await fact(store, 'wipe')).toBeUndefined();
    expect(await contents(store)).toMatchObject(whole);
    taken = 'refused';
    await heedOrder(groundOn(store), await ordered());
    expect(await heedOrder(groundOn(store), { order: null })).toBe('begun');
    expect(await contents(store)).toMatchObject({ commands: 0 });
  });

  it('goes by a sealed hand-in where the normal way does not do, unless more was written meanwhile', async () => {
    const { store } = tablet;
    const failing = { ...groundOn(store), handInSealed: () => Promise.reject(new Error('no network')) };
    expect(await heedOrder(failing, await ordered())).toBe('waiting');
    const late = {
      ...groundOn(store),
      handInSealed: async () => {
        await logCommand(tablet.hand(), tablet.answer('M03'));
        return 1;
      },
    };
    expect(await heedOrder(late, await ordered())).toBe('waiting');
    expect(await contents(store)).toMatchObject({ commands: 3 });
    const typing = {
      ...groundOn(store),
      handInSealed: async () => {
        await typeText(tablet, 'có dấu MẬT', 'M04');
        return 1;
      },
    };
    expect(await heedOrder(typing, await ordered())).toBe('waiting');
    expect(await contents(store)).toMatchObject({ commands: 3, texts: 1 });
    const sealed = { ...groundOn(store), handInSealed: async () => 1 };
    expect(await heedOrder(sealed, await ordered())).toBe('begun');
    expect(reports).toMatchObject([{ report: { handedIn: { records: 3, sealedFiles: 1 } } }]);
  });

  it('after a kill at any step goes on where it stood: keys first, and one report', async () => {
    const { name } = tablet.store;
    let kills = 0;
    for (let step = 0; ; step += 1) {
      await tablet.store.delete();
      tablet.store = openStore(name);
      tablet.store.vault.open({ account: tablet.author, keyId: 'k', key: newDataKey() });
      await furnish(tablet.store);
      await receiveAll(tablet.store);
      tablet.store.close();
      reports = [];
      const dying = killedAfter(openStore(name), step);
      const killed = await heedOrder(groundOn(dying), await ordered()).then(
        () => false,
        () => true,
      );
      dying.close();
      tablet.store = openStore(name);
      if (!killed) break;
      kills += 1;
      const left = await contents(tablet.store);
      const begun = (await fact(tablet.store, 'wipe'))?.report != null;
      if (!begun) expect(left).toMatchObject(whole);
      else if (left.commands === 0 || left.drafts === 0) {
        expect(left.keys).toBe(0);
        expect((await tablet.store.deviceKeys.get('own'))?.agree ?? null).toBeNull();
      }
      if (begun) await resumeWipe(groundOn(tablet.store));
      else await heedOrder(groundOn(tablet.store), await ordered());
      expect(await tablet.store.meta.toCollection().primaryKeys()).toEqual(['wiped']);
      expect(await contents(tablet.store)).toMatchObject({ commands: 0, drafts: 0, deviceKeys: 0 });
      expect(new Set(reports.map(({ id }) => id)).size).toBe(1);
      expect(reports[0]?.report.destroyed).toEqual({ records: 2, photos: 0, drafts: 1, keys: 1 });
    }
    expect(kills).toBeGreaterThan(10);
  }, 30_000);
});

/** The page is gone at a write to its database: that write and all later ones fail. */
function killedAfter(store: FieldStore, writes: number): FieldStore {
  let left = writes;
  store.use({
    stack: 'dbcore',
    name: 'kill',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) => {
            left -= 1;
            return left < 0 ? Promise.reject(new Error('killed')) : table.mutate(request);
          },
        };
      },
    }),
  });
  return store;
}

describe('nothing else wipes', () => {
  beforeEach(() => receiveAll(tablet.store));
  const untouched = async () => {
    expect(await contents(tablet.store)).toMatchObject({ ...whole, receipts: 2 });
    expect(await fact(tablet.store, 'wipe')).toBeUndefined();
    expect(reports).toEqual([]);
  };

  it.each(['orderId', 'deviceId', 'orderedAt', 'reason', 'contact', 'signature'] as const)(
    'not an order whose %s was changed',
    async (field) => {
      const { order } = await ordered();
      asked.add('another contact');
      const changes = {
        orderId: tablet.visitId,
        deviceId: tablet.visitId,
        orderedAt: '2026-11-23T01:00:01.000Z',
        reason: 'khác',
        contact: 'another contact',
        signature: `${order.signature.startsWith('A') ? 'B' : 'A'}${order.signature.slice(1)}`,
      };
      const forged = { order: { ...order, [field]: changes[field] } };
      expect(await heedOrder(groundOn(tablet.store), forged)).toBe('none');
      await untouched();
    },
  );

  it('not an order by another key, for another device, or in answer to another contact', async () => {
    const stranger = await openInstallation();
    asked.add('this contact');
    const foreign = { order: await stranger.orderFor(tablet.device, 'this contact') };
    expect(await heedOrder(groundOn(tablet.store), foreign)).toBe('none');
    expect(await heedOrder(groundOn(tablet.store), await ordered('this contact', tablet.visitId))).toBe(
      'none',
    );
    expect(await heedOrder(groundOn(tablet.store), await ordered('an earlier contact'))).toBe('none');
    await untouched();
  });

  it('not an answer that is sent again', async () => {
    const answer = await ordered();
    asked.delete('this contact');
    expect(await heedOrder(groundOn(tablet.store), answer)).toBe('none');
    await untouched();
  });

  it('not before a key was pinned', async () => {
    const accounts = [tablet.author];
    await setFact(tablet.store, 'registration', { accounts, label: 'Máy số 3', orderKey: null });
    expect(await heedOrder(groundOn(tablet.store), await ordered())).toBe('none');
    await untouched();
  });

  const roundWith = (hello: FieldServer['hello']) => {
    const dead = () => Promise.reject(new ServerFailure('network'));
    const server: FieldServer = {
      ...{
        hello,
        push: dead,
        pull: dead,
        packet: dead,
        register: dead,
        signIn: dead,
        setPassword: dead,
        enterCode: dead,
        signOut: dead,
      },
      ...{
        isDemo: dead,
        reportWipe: dead,
        session: dead,
        quarantineCounts: dead,
        recoveryKey: dead,
        evidenceStates: dead,
      },
    };
    const signer = contactSigner(tablet.store, tablet.now);
    return round({ store: tablet.store, server, carry: dead, signer });
  };

  it('not a session that ended, an account that was disabled, or somebody else at the server', async () => {
    const person = await fact(tablet.store, 'person');
    const other = { id: tablet.visitId, username: 'x', fullName: 'x', unitName: null, roles: [] };
    for (const answer of [
      { person: null, device: null },
      { person: null, device: { order: null } },
      { person: other, device: null },
      { person: person ?? other, device: null },
    ]) {
      await expect(roundWith(async () => answer)).rejects.toThrow();
      await untouched();
    }
    for (const trouble of ['network', 'signed-out', 'server'] as const) {
      const failure = new ServerFailure(trouble, { key: 'access.account-disabled' });
      await expect(roundWith(() => Promise.reject(failure))).rejects.toThrow();
      await untouched();
    }
  });

  it.each([200, 204, 301, 400, 401, 402, 403, 404, 409, 410, 418, 423, 429, 451, 500, 502, 503, 507])(
    'not the status %i',
    async (status) => {
      const bodies = [
        '',
        '{}',
        '{"result":{"data":{"account":null,"device":{"order":{"wipe":true}}}}}',
        'wipe',
      ];
      for (const body of bodies) {
        const answer = () => new Response(status === 204 ? null : body, { status });
        vi.stubGlobal('fetch', async () => answer());
        const server = connectServer(contactSigner(tablet.store, tablet.now));
        await roundWith(server.hello).catch(() => undefined);
        await untouched();
      }
    },
  );

  it('not a member who was removed: the visit is marked and the work stays', async () => {
    const person = await fact(tablet.store, 'person');
    const server = { person: person ?? null, device: { order: null } };
    await expect(roundWith(async () => server)).rejects.toThrow();
    await untouched();
  });
});
