import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { keptFile } from '../evidence/kept-file.ts';
import * as version1 from '../testing/released/version-1.ts';
import { openTablet, receiptOf } from '../testing/tablet.ts';
import { readVisit } from '../visit/read-visit.ts';
import { logCommand } from './log-command.ts';
import { clearUnderWay, forgetWaits, sendWaiting } from './sender.ts';
import { readStatus } from './status.ts';
import { type FieldStore, openStore } from './store.ts';
import { uploadWaiting } from './uploader.ts';

/** Every release's database as it lies on tablets somewhere. The next release adds its own file and a line here. */
const releases = [['version 1', version1]] as const;

let store: FieldStore | undefined;
afterEach(() => store?.delete());

/** Rows as they lie on the disk, past everything that the app puts between. */
async function onDisk(name: string, table: string): Promise<unknown[]> {
  const opening = indexedDB.open(name);
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const reading = database.transaction(table).objectStore(table).getAll();
  const rows = await new Promise<unknown[]>((resolve) => {
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  return rows;
}

describe.each(releases)(
  'a tablet that still holds the log of %s',
  (_, { make, author, visitId, commands }) => {
    async function open() {
      const tablet = openTablet();
      const name = `released-${uuidV7()}`;
      await make(name);
      store = openStore(name);
      await store.open();
      const key = tablet.store.vault.held();
      if (key) store.vault.open({ ...key, account: author });
      return { ...tablet, store, author, visitId, name };
    }

    it('opens, and not a byte of the log is another one', async () => {
      const { name } = await open();
      expect(await onDisk(name, 'commands')).toEqual(commands);
    });

    it('reads, goes on being written, and counts what waits', async () => {
      const tablet = await open();
      const visit = await readVisit(tablet.store, author, visitId);
      expect(visit?.view.answers.get('M01')).toMatchObject({
        conformity: { value: 'nonconform' },
        note: { value: 'Bảng niêm yết còn trống 14 ô.' },
      });
      expect([visit?.view.findings.size, visit?.view.evidence.size, visit?.state]).toEqual([1, 1, 'open']);
      const next = await logCommand(
        { ...tablet.hand(), store: tablet.store, author },
        tablet.answer('M01', 'viết tiếp', visitId),
      );
      expect([next.seq, next.base]).toEqual([6, commands[2]?.id]);
      const { records, photos } = await readStatus(tablet.store);
      expect([records.received, records.waiting + records.sending, photos.waiting]).toEqual([1, 5, 1]);
      expect((await tablet.store.drafts.toArray()).map(({ value }) => value)).toEqual(['viết dở']);
    });

    it('is sent as it was written, with its photo', async () => {
      const tablet = await open();
      const ground = { store: tablet.store, author, now: tablet.now, random: () => 1 };
      const sent: unknown[] = [];
      const at = '2026-11-23T02:00:00.000Z';
      const push = async (batch: readonly unknown[]) => {
        sent.push(...batch);
        const logged = await tablet.store.commands.toArray();
        return { receipts: logged.map((one) => receiptOf(one, 'applied', at)), serverTime: at };
      };
      await clearUnderWay(tablet.store);
      await forgetWaits(tablet.store);
      expect(await sendWaiting({ ...ground, server: { push } })).toBeNull();
      expect(sent).toEqual(commands.slice(1));
      const carried: string[] = [];
      await uploadWaiting({
        ...ground,
        carry: async ({ sha256 }) => {
          carried.push(sha256);
        },
      });
      expect(carried).toEqual(['c'.repeat(64)]);
      expect((await keptFile(tablet.store, author, 'c'.repeat(64)))?.bytes).toHaveLength(3);
      expect((await readStatus(tablet.store)).allReceived).toBe(true);
      expect(await onDisk(tablet.name, 'commands')).toEqual(commands);
    });
  },
);
