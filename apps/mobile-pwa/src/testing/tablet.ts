import 'fake-indexeddb/auto';
import type { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { newDataKey } from '@kycuong/domain/sync/row-cipher.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { Dexie } from 'dexie';
import type { FieldAct } from '../sync/field-act.ts';
import type { Hand } from '../sync/log-command.ts';
import { type FieldStore, type LoggedCommand, openStore } from '../sync/store.ts';

// Dexie looks for a database when it is first imported, which may be before this file.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

/** A tablet of its own with an empty database, in the hands of one inspector at one visit. */
export function openTablet() {
  const store: FieldStore = openStore(`tablet-${uuidV7()}`);
  const author = uuidV7();
  const device = uuidV7();
  const visitId = uuidV7();
  store.vault.open({ account: author, keyId: uuidV7(), key: newDataKey() });
  let nowMs = Date.parse('2026-11-23T02:00:00Z');
  return {
    store,
    author,
    device,
    visitId,
    now: () => nowMs,
    pass: (ms: number) => {
      nowMs += ms;
    },
    hand: (): Hand => ({ store, author, device, nowMs }),
    answer: (itemCode: string, note = 'đã xem', at = visitId): FieldAct => ({
      action: 'answer.set',
      payload: { visitId: at, itemCode, note },
    }),
  };
}
export type Tablet = ReturnType<typeof openTablet>;

export function receiptOf(command: LoggedCommand, status: Receipt['status'], at: string): string {
  const reason = { code: 'conflict', key: 'visit.closed', details: {}, issues: [] };
  const { id, action } = command;
  return JSON.stringify({ id, action, status, at, ...(status === 'refused' ? { reason } : {}) });
}
