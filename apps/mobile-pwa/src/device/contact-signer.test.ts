import { readContact } from '@kycuong/domain/device/signed-contact.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setFact } from '../sync/facts.ts';
import { openTablet, type Tablet } from '../testing/tablet.ts';
import { contactSigner } from './contact-signer.ts';
import { ensureDeviceKeys } from './device-keys.ts';

let tablet: Tablet;
let sent: { address: string; header: string | null }[];
let date: string;
beforeEach(async () => {
  tablet = openTablet();
  sent = [];
  date = 'Mon, 23 Nov 2026 02:00:00 GMT';
  vi.stubGlobal('fetch', async (address: string, { headers }: { headers: Headers }) => {
    sent.push({ address, header: headers.get('kycuong-device') });
    return new Response('{}', { headers: { date } });
  });
  await setFact(tablet.store, 'device', tablet.device);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await tablet.store.delete();
});
async function register(): Promise<void> {
  await ensureDeviceKeys(tablet.store);
  await setFact(tablet.store, 'registration', { accounts: [], label: 'x', orderKey: null });
}
const signedAt = (at: number) => readContact(sent.at(at)?.header ?? '')?.unixMs;

describe('the signature on a contact', () => {
  it('is not there before the device is registered', async () => {
    await contactSigner(tablet.store, tablet.now).fetch('http://localhost/api/x');
    await ensureDeviceKeys(tablet.store);
    await contactSigner(tablet.store, tablet.now).fetch('http://localhost/api/x');
    expect(sent.map(({ header }) => header)).toEqual([null, null]);
  });

  it('carries the device and the time, and is known again once', async () => {
    await register();
    const signer = contactSigner(tablet.store, tablet.now);
    await signer.fetch('http://localhost/api/x?y=1', { method: 'POST', body: '{}' });
    const contact = readContact(sent[0]?.header ?? '');
    expect(contact).toMatchObject({ deviceId: tablet.device, unixMs: tablet.now() });
    expect(signer.wasAsked('x')).toBe(false);
    expect(signer.wasAsked(contact?.signature ?? '')).toBe(true);
    expect(signer.wasAsked(contact?.signature ?? '')).toBe(false);
  });

  it('tells the right time from the second contact on, on a tablet that is set to next year', async () => {
    await register();
    const year = 365 * 86_400_000;
    const truth = Date.parse(date);
    const signer = contactSigner(tablet.store, () => truth + year);
    await signer.fetch('http://localhost/api/x');
    await signer.fetch('http://localhost/api/x');
    expect(signedAt(0)).toBe(truth + year);
    expect(Math.abs((signedAt(1) ?? 0) - truth)).toBeLessThanOrEqual(1_000);
    // A page that is opened later starts from what the last pull told.
    await setFact(tablet.store, 'serverOffsetMs', -year);
    await contactSigner(tablet.store, () => truth + year).fetch('http://localhost/api/x');
    expect(signedAt(2)).toBe(truth);
  });

  it('uses keys that cannot be taken out of the device', async () => {
    const { sign, agree } = await ensureDeviceKeys(tablet.store);
    expect([sign.privateKey.extractable, agree?.privateKey.extractable]).toEqual([false, false]);
    const stored = await tablet.store.deviceKeys.get('own');
    await expect(
      crypto.subtle.exportKey('pkcs8', stored?.sign.privateKey ?? sign.publicKey),
    ).rejects.toThrow();
    const twice = await Promise.all([ensureDeviceKeys(tablet.store), ensureDeviceKeys(tablet.store)]);
    expect(await tablet.store.deviceKeys.count()).toBe(1);
    expect(twice[0].id).toBe('own');
  });
});
