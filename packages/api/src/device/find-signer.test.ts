import { contactWindowMs } from '@kycuong/domain/device/signed-contact.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../testing/house.ts';
import { makeTestDevice } from '../testing/test-device.ts';
import { type Contact, signerFinder } from './find-signer.ts';
import { registerDevice } from './register.ts';

const tablet = makeTestDevice();
const now = new Date('2026-11-23T02:00:00Z');
const signing = { method: 'POST', path: '/api/trpc/sync.push?x=1', body: '{"a":1}', unixMs: now.getTime() };
const contact: Contact = { ...signing, header: tablet.contact(signing) };

let house: House;
let log: Readonly<Record<string, unknown>>[];
const find = (given: Contact, at = now) => {
  log = [];
  const finder = signerFinder(house.ground.database, (entry) => log.push(entry));
  return finder(given, at).then((signer) => signer?.deviceId ?? null);
};
beforeAll(async () => {
  house = await openHouse();
  await house.run('inspector', registerDevice, tablet.registration(house.accountId('inspector')));
});
afterAll(() => house.close());

describe('a signed contact', () => {
  it('names its device', async () => {
    expect(await find(contact)).toBe(tablet.id);
    const empty = { method: 'GET', path: '/api/trpc/sync.pull', unixMs: now.getTime() };
    expect(await find({ ...empty, header: tablet.contact(empty), body: undefined })).toBe(tablet.id);
  });

  it.each([
    ['body', { body: '{"a":2}' }],
    ['path', { path: '/api/trpc/sync.pull' }],
    ['query', { path: '/api/trpc/sync.push?x=2' }],
    ['method', { method: 'GET' }],
    ['time', { header: contact.header?.replace(/ \d+ /, ` ${signing.unixMs + 1} `) }],
    ['signature', { header: `${tablet.id} ${signing.unixMs} ${'A'.repeat(86)}` }],
  ])('counts as unsigned when its %s is not what was signed', async (_, change) => {
    expect(await find({ ...contact, ...change })).toBeNull();
    expect(log).toMatchObject([{ unsigned: 'signature', device: tablet.id }]);
  });

  it('counts as unsigned when another device made the signature', async () => {
    const other = makeTestDevice(tablet.id).contact(signing);
    expect(await find({ ...contact, header: other })).toBeNull();
    const unknown = makeTestDevice();
    expect(await find({ ...contact, header: unknown.contact(signing) })).toBeNull();
    expect(log).toEqual([{ unsigned: 'unknown device', device: unknown.id }]);
  });

  it('cannot be sent again later', async () => {
    const at = (ms: number) => find(contact, new Date(now.getTime() + ms));
    expect(await at(contactWindowMs)).toBe(tablet.id);
    expect(await at(-contactWindowMs)).toBe(tablet.id);
    expect(await at(contactWindowMs + 1)).toBeNull();
    expect(await at(-contactWindowMs - 1)).toBeNull();
    expect(log).toMatchObject([{ unsigned: 'time' }]);
  });

  it('is no error when there is none, or nonsense', async () => {
    for (const header of [undefined, '', 'x', `${tablet.id} 1 x`, `${tablet.id.toUpperCase()} 1 x`])
      expect(await find({ ...contact, header })).toBeNull();
  });
});
