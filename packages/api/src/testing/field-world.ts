import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { registerDevice } from '../device/register.ts';
import { findTicket } from '../evidence/find-ticket.ts';
import { receiveBytes } from '../evidence/receive-bytes.ts';
import { diskStore, type EvidenceStore } from '../evidence/store.ts';
import { ask } from '../query.ts';
import type { Ground } from '../work.ts';
import type { FaultCount } from './fault-count.ts';
import { type FieldHouse, openFieldHouse } from './field-house.ts';
import { tabletsInHand } from './field-step.ts';
import { photoBytes } from './field-write.ts';
import type { Persona } from './house.ts';
import type { SimulatedUpload } from './simulated-tablet.ts';
import { makeTestDevice, type TestDevice } from './test-device.ts';
import { makeTestRecovery, type TestRecovery } from './test-parcel.ts';

/** What stays from history to history: the server, its store of photos, the tablets' keys, and the count of faults. */
export interface FieldWorld {
  readonly house: FieldHouse;
  readonly store: EvidenceStore;
  readonly devices: readonly TestDevice[];
  readonly recovery: TestRecovery;
  readonly faults: FaultCount;
  readonly cursors: (string | null)[];
  readonly tick: () => Date;
  readonly close: () => Promise<void>;
}

export async function openFieldWorld(faults: FaultCount): Promise<FieldWorld> {
  const house = await openFieldHouse();
  const folder = await mkdtemp(join(tmpdir(), 'kycuong-field-'));
  const devices = tabletsInHand.map(() => makeTestDevice());
  for (const [index, { name }] of tabletsInHand.entries()) {
    const device = devices[index];
    if (device) await house.run(name, registerDevice, device.registration(house.accountId(name)));
  }
  let now = Date.parse('2026-11-23T02:00:00Z');
  return {
    house,
    store: diskStore(folder),
    devices,
    recovery: await makeTestRecovery(),
    faults,
    cursors: tabletsInHand.map(() => null),
    tick: () => {
      now += 1000;
      house.setNow(new Date(now).toISOString());
      return new Date(now);
    },
    close: async () => {
      await house.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Carries one photo's bytes as its author; false where the server does not take them (yet). */
export async function carryPhoto(
  { house, store }: Pick<FieldWorld, 'house' | 'store'>,
  name: Persona,
  upload: SimulatedUpload,
  change: { readonly ground?: Ground; readonly bytes?: Uint8Array } = {},
): Promise<boolean> {
  const { ground = house.ground, bytes = photoBytes(upload.bytes) } = change;
  try {
    const request = { ground, caller: house.caller(name) };
    const ticket = await ask(findTicket, request, { evidenceId: upload.evidenceId });
    if (ticket.status === 'awaited') await receiveBytes({ ground, store }, ticket, bytes);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
