import { exportPublicKey, newAgreementPair, publicKeyId } from '@kycuong/domain/sync/key-pair.ts';
import { recoveryPurpose } from '@kycuong/domain/sync/recovery-purpose.ts';
import { unwrapWith } from '@kycuong/domain/sync/sealed-key.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAboutMarking } from '../evidence/ask-about-marking.ts';
import { addField } from '../shell/live-fields.ts';
import { fact, setFact } from '../sync/facts.ts';
import { logCommand } from '../sync/log-command.ts';
import { readStatus } from '../sync/status.ts';
import { type FieldStore, openStore, type Person } from '../sync/store.ts';
import { openTablet, type Tablet } from '../testing/tablet.ts';
import { typeText } from '../testing/type-text.ts';
import { forgiveAttempts, pauseAfter, pauseLeft } from './attempts.ts';
import { codeIterations } from './code-wrap.ts';
import { changeCode, currentKey, makeKey, unlock, wrapForRecovery } from './keys.ts';
import { lockNow } from './lock-now.ts';
import { mayStartAnew, noteHandedIn, startAnew, unfinishedOf } from './start-anew.ts';

const code = '284619';
const wrong = '111222';
/** Fewer rounds than on a tablet: these tests are about everything else. */
const quick = 1_000;

let tablet: Tablet;
let store: FieldStore;
let person: Person;
beforeEach(async () => {
  tablet = openTablet();
  ({ store } = tablet);
  store.vault.close();
  const names = { username: 'kiem', fullName: 'Bùi Thị Kiểm', unitName: 'Sở Nội vụ' };
  person = { id: tablet.author, ...names, roles: ['inspector'] };
});
afterEach(async () => {
  vi.restoreAllMocks();
  await store.delete();
});

const at = (ms = 0) => new Date(tablet.now() + ms);
const set = () => makeKey(store, person, code, at(), quick);
const heldKey = () => Array.from(store.vault.held()?.key ?? []);

describe('an unlock code', () => {
  it('opens the same key again, and the key lies nowhere on the disk', async () => {
    expect(await set()).toBe(true);
    const key = heldKey();
    expect(key).toHaveLength(32);
    const { id } = await logCommand(tablet.hand(), tablet.answer('M01'));
    store.vault.close();
    expect(await unlock(store, person.id, code, at())).toEqual({ outcome: 'open' });
    expect(heldKey()).toEqual(key);
    expect(await store.commands.get(id)).toHaveProperty('payload');
    const stored = JSON.stringify(await store.keys.toArray());
    expect(stored).not.toContain(Buffer.from(key).toString('base64url'));
    expect(stored).not.toContain(code);
  });

  it('has what is shown first read with the key before anything is shown; what cannot be read keeps nobody out', async () => {
    await set();
    const shown: (string | null)[] = [];
    const look = async () => {
      expect(heldKey()).toHaveLength(32);
      shown.push(store.vault.shownTo());
      await Promise.resolve();
      throw new Error('a disk that does not answer');
    };
    store.vault.close();
    expect(await unlock(store, person.id, wrong, at(), look)).toEqual({ outcome: 'wrong' });
    expect(shown).toEqual([]);
    expect(await unlock(store, person.id, code, at(), look)).toEqual({ outcome: 'open' });
    shown.push(store.vault.shownTo());
    expect(shown).toEqual([null, person.id]);
    expect(await pauseLeft(store, person.id, tablet.now())).toBe(0);
  });

  it('shows nothing of another key that is held meanwhile', async () => {
    await set();
    store.vault.close();
    await unlock(store, person.id, code, at(), async () => {
      store.vault.close();
      store.vault.open({ account: uuidV7(), keyId: uuidV7(), key: new Uint8Array(32) }, false);
    });
    expect(store.vault.shownTo()).toBeNull();
  });

  it('is derived slowly, with salt by chance, and says how slowly', async () => {
    await makeKey(store, person, code, at());
    const { byCode } = (await currentKey(store, person.id)) ?? {};
    expect(byCode?.iterations).toBe(codeIterations);
    expect(codeIterations).toBeGreaterThanOrEqual(600_000);
    await startAnew(store, person.id, at());
    await makeKey(store, person, code, at(), quick);
    expect((await currentKey(store, person.id))?.byCode.salt).not.toBe(byCode?.salt);
  });

  it('that is wrong opens nothing and destroys nothing, however often', async () => {
    await set();
    await logCommand(tablet.hand(), tablet.answer('M01'));
    store.vault.close();
    for (let attempt = 0; attempt < 30; attempt += 1) {
      expect((await unlock(store, person.id, wrong, at())).outcome).not.toBe('open');
      tablet.pass(15 * 60_000);
    }
    expect(store.vault.held()).toBeNull();
    expect(await store.commands.count()).toBe(1);
    expect(await unlock(store, person.id, code, at())).toEqual({ outcome: 'open' });
  });

  it('is one for two tabs that set it at once', async () => {
    const other = openStore(store.name);
    const made = await Promise.all([set(), makeKey(other, person, '975310', at(), quick)]);
    expect(made.toSorted()).toEqual([false, true]);
    expect(await store.keys.count()).toBe(1);
    other.close();
  });

  it('belongs to one person: another’s opens nothing of it', async () => {
    await set();
    const { id } = await logCommand(tablet.hand(), tablet.answer('M01'));
    store.vault.close();
    const colleague = { ...person, id: uuidV7(), fullName: 'Trần Văn Bạn' };
    await makeKey(store, colleague, code, at(), quick);
    expect(await store.commands.get(id)).not.toHaveProperty('payload');
    store.vault.close();
    await unlock(store, person.id, code, at());
    expect(await store.commands.get(id)).toHaveProperty('payload');
  });
});

describe('wrong codes', () => {
  it('are free five times, then cost 30 seconds, 1, 5 and 15 minutes, kept across a restart', async () => {
    await set();
    store.vault.close();
    const { name } = store;
    const tries: string[] = [];
    for (const pause of [0, 0, 0, 0, 0, 30, 60, 300, 900, 900]) {
      if (pause > 0) {
        store.close();
        store = openStore(name);
        expect(await unlock(store, person.id, code, at(pause * 1000 - 1))).toEqual({
          outcome: 'wait',
          ms: 1,
        });
        tablet.pass(pause * 1000);
      }
      tries.push((await unlock(store, person.id, wrong, at())).outcome);
    }
    expect(new Set(tries)).toEqual(new Set(['wrong']));
    expect([4, 5, 6, 7, 8, 50].map(pauseAfter)).toEqual([0, 30_000, 60_000, 300_000, 900_000, 900_000]);
  });

  it('are used up also when the page is killed while it tries', async () => {
    await set();
    vi.spyOn(crypto.subtle, 'deriveKey').mockImplementation(() => new Promise(() => undefined));
    for (let attempt = 0; attempt < 5; attempt += 1) {
      void unlock(store, person.id, wrong, at());
      await vi.waitFor(async () =>
        expect((await fact(store, `attempts:${person.id}`))?.failures).toBe(attempt + 1),
      );
    }
    expect(await pauseLeft(store, person.id, tablet.now())).toBe(30_000);
  });

  it('do not wait longer for a clock that was set back, and are forgiven by the right code', async () => {
    await set();
    for (let attempt = 0; attempt < 5; attempt += 1) await unlock(store, person.id, wrong, at());
    expect(await pauseLeft(store, person.id, tablet.now() - 86_400_000)).toBe(30_000);
    expect(await unlock(store, person.id, code, at(30_000))).toEqual({ outcome: 'open' });
    expect((await unlock(store, person.id, wrong, at(30_000))).outcome).toBe('wrong');
    expect(await pauseLeft(store, person.id, tablet.now() + 30_000)).toBe(0);
    await forgiveAttempts(store, person.id);
  });
});

describe('a tablet that dies', () => {
  it('while a code is set has no code, and asks again', async () => {
    for (const step of ['deriveKey', 'encrypt', 'importKey'] as const) {
      vi.spyOn(crypto.subtle, step).mockRejectedValueOnce(new Error('killed'));
      await expect(set()).rejects.toThrow('killed');
      expect([await store.keys.count(), store.vault.held()]).toEqual([0, null]);
      vi.restoreAllMocks();
    }
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(set()).rejects.toThrow('full');
    expect([await store.keys.count(), store.vault.held()]).toEqual([0, null]);
    vi.restoreAllMocks();
    expect(await set()).toBe(true);
  });

  it('while a code is changed has the old one', async () => {
    await set();
    const next = '975310';
    vi.spyOn(crypto.subtle, 'encrypt').mockRejectedValueOnce(new Error('killed'));
    await expect(changeCode(store, person.id, { old: code, next }, at())).rejects.toThrow('killed');
    vi.restoreAllMocks();
    expect((await unlock(store, person.id, next, at())).outcome).toBe('wrong');
    expect((await unlock(store, person.id, code, at())).outcome).toBe('open');
    const key = heldKey();
    expect((await changeCode(store, person.id, { old: wrong, next }, at())).outcome).toBe('wrong');
    expect((await changeCode(store, person.id, { old: code, next }, at())).outcome).toBe('open');
    store.vault.close();
    expect((await unlock(store, person.id, code, at())).outcome).toBe('wrong');
    expect((await unlock(store, person.id, next, at())).outcome).toBe('open');
    expect(heldKey()).toEqual(key);
  });
});

describe('the province', () => {
  const province = async () => {
    const pair = await newAgreementPair(false);
    const publicKey = await exportPublicKey(pair.publicKey);
    return { pair, told: { id: await publicKeyId(publicKey), publicKey } };
  };

  it('opens the same key without the code, also when its own key comes later or is changed', async () => {
    await set();
    expect((await currentKey(store, person.id))?.byRecovery).toBeNull();
    const key = heldKey();
    for (const { pair, told } of [await province(), await province()]) {
      await setFact(store, 'recoveryKey', told);
      await wrapForRecovery(store);
      const { byRecovery } = (await currentKey(store, person.id)) ?? {};
      expect(byRecovery?.recoveryKeyId).toBe(told.id);
      if (!byRecovery) return;
      expect(Array.from(await unwrapWith(pair.privateKey, byRecovery.wrapped, recoveryPurpose))).toEqual(key);
    }
    // Told before the code was set, it is there from the first row on.
    await startAnew(store, person.id, at());
    await set();
    expect((await currentKey(store, person.id))?.byRecovery).not.toBeNull();
  });
});

describe('what a kill left of what was typed', () => {
  it('is a command before anything is shown, and what waits for its author stays', async () => {
    await set();
    await typeText({ ...tablet, store }, 'viết dở');
    await typeText({ ...tablet, store }, 'có dấu MẬT', 'M02');
    store.vault.close();
    tablet.pass(60_000);
    const logged: number[] = [];
    await unlock(store, person.id, code, at(), async () => logged.push(await store.commands.count()));
    expect(logged).toEqual([1]);
    expect((await store.commands.toArray()).map(({ payload }) => 'note' in payload && payload.note)).toEqual([
      'viết dở',
    ]);
    expect((await store.texts.toArray()).map(({ held }) => held)).toEqual([1]);
  });

  it('keeps a forgotten code from giving way', async () => {
    await set();
    await typeText({ ...tablet, store }, 'viết dở');
    store.vault.close();
    expect(await mayStartAnew(store, person.id)).toBe(false);
  });
});

describe('locking', () => {
  it('makes commands of what is being typed before the key goes, and takes back what it asked about', async () => {
    await set();
    const session = await typeText({ ...tablet, store }, 'viết dở');
    const done = addField(() => session.leave());
    const asked = askAboutMarking({ marking: 'MẬT', text: 'dấu MẬT' });
    await lockNow(store);
    expect(await asked).toBe(false);
    done();
    expect([store.vault.held(), await store.commands.count(), await store.texts.count()]).toEqual([
      null,
      1,
      0,
    ]);
  });

  it('does not wait for ever for a field that comes to no end', async () => {
    await set();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { promise: never } = Promise.withResolvers<void>();
    const done = addField(() => never);
    const locked = lockNow(store);
    await expect
      .poll(async () => {
        await vi.advanceTimersByTimeAsync(1_000);
        return store.vault.held();
      })
      .toBe(null);
    await locked;
    vi.useRealTimers();
    done();
  });
});

describe('a forgotten code', () => {
  it('gives way to a new one only when nothing it seals is missing at the server', async () => {
    await set();
    const { id, visitId } = await logCommand(tablet.hand(), tablet.answer('M01'));
    store.vault.close();
    expect(await mayStartAnew(store, person.id)).toBe(false);
    expect(await startAnew(store, person.id, at())).toBe(false);
    expect(await set()).toBe(false);
    await store.transaction('rw', store.receipts, () =>
      // As it would lie on the disk, sealed.
      store.receipts.put(
        Object.assign(
          { id, visitId, status: 'applied' as const, text: '', storedAt: '' },
          { sealedUnder: '', sealed: new Uint8Array(1) },
        ),
      ),
    );
    await setFact(store, `cursor:${person.id}`, 'far on');
    expect(await startAnew(store, person.id, at())).toBe(true);
    expect(await fact(store, `cursor:${person.id}`)).toBeUndefined();
    expect(await set()).toBe(true);
    expect([await store.keys.count(), await store.commands.count()]).toEqual([2, 1]);
  });

  it('gives way too once everything was handed in sealed, unless it was remembered after that', async () => {
    await set();
    await logCommand(tablet.hand(), tablet.answer('M01'));
    store.vault.close();
    await noteHandedIn(store, person.id, at());
    expect(await mayStartAnew(store, person.id)).toBe(true);
    await unlock(store, person.id, code, at());
    expect(await mayStartAnew(store, person.id)).toBe(false);
  });

  it('takes along what nobody could ever read again, only on the person’s word and as many as they were told of', async () => {
    await set();
    const { author, visitId } = tablet;
    await typeText({ ...tablet, store }, 'có dấu MẬT');
    const draft = { key: `hand-over ${visitId}`, value: 'Làm tiếp M02', savedAt: at().toISOString() };
    await store.drafts.put({ ...draft, account: author });
    store.vault.close();
    const colleague = { ...person, id: uuidV7(), fullName: 'Trần Văn Bạn' };
    await makeKey(store, colleague, code, at(), quick);
    await store.drafts.put({ ...draft, account: colleague.id });
    store.vault.close();
    const held = async () => [await store.texts.count(), await store.drafts.count()];
    expect(await mayStartAnew(store, author)).toBe(true);
    for (const told of [undefined, 1]) {
      expect(await startAnew(store, author, at(), told)).toBe(false);
      expect([await held(), (await currentKey(store, author))?.account]).toEqual([[1, 2], author]);
    }
    expect(await unfinishedOf(store, author)).toBe(2);
    expect(await startAnew(store, author, at(), 2)).toBe(true);
    expect(await held()).toEqual([0, 1]);
    expect((await readStatus(store)).records).toMatchObject({ waiting: 0, held: 0 });
  });
});
