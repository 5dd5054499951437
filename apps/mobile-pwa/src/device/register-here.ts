import {
  type RegisterDevice,
  type RegisteredDevice,
  registrationText,
} from '@kycuong/domain/device/register-device.ts';
import { shortened } from '@kycuong/domain/input/shortened.ts';
import { toBase64url } from '@kycuong/domain/sync/base64url.ts';
import { deviceId, fact, setFact } from '../sync/facts.ts';
import { ServerFailure } from '../sync/server-failure.ts';
import type { FieldStore, Person } from '../sync/store.ts';
import { ensureDeviceKeys, publicKeys, signText } from './device-keys.ts';
import { platformWords } from './platform-words.ts';

interface Place {
  readonly store: FieldStore;
  readonly server: { readonly register: (device: RegisterDevice) => Promise<RegisteredDevice> };
}

/** What the device is called until somebody names it. */
export function defaultLabel({ fullName, unitName }: Person): string {
  return shortened(`Máy tính bảng – ${unitName ?? fullName}`, 120);
}

/**
 * Makes the device known for the person who is signed in on it, under its name; nothing to do where it is. The key by
 * which orders come is the one of the first registration: no later answer replaces it.
 */
export async function registerHere({ store, server }: Place, person: Person): Promise<void> {
  const known = await fact(store, 'registration');
  const label = (await fact(store, 'deviceLabel')) ?? known?.label ?? defaultLabel(person);
  if (known?.accounts.includes(person.id) && known.label === label) return;
  const keys = await ensureDeviceKeys(store);
  const facts = { deviceId: await deviceId(store), ...(await publicKeys(keys)) };
  const proof = toBase64url(await signText(keys, registrationText(person.id, facts)));
  try {
    const told = await server.register({ ...facts, label, platform: platformWords(), proof });
    const accounts = [...new Set([...(known?.accounts ?? []), person.id])];
    const orderKey = known?.orderKey ?? told.orderKey;
    await setFact(store, 'registration', { accounts, label, orderKey });
    await setFact(store, 'deviceLabel', label);
  } catch (error) {
    // Without a registration the person's work still goes its way: nothing here may hold it up.
    const refused = error instanceof ServerFailure ? error.key : null;
    if (refused !== null) await setFact(store, 'registrationRefused', refused);
  }
}
