import { describe, expect, it } from 'vitest';
import {
  exportPrivateKey,
  exportPublicKey,
  importPrivateKey,
  newAgreementPair,
  publicKeyId,
} from './key-pair.ts';
import { newDataKey } from './row-cipher.ts';
import { unwrapWith, wrapFor } from './sealed-key.ts';
import { WrappedKey } from './wrapped-key.ts';

const broken = expect.objectContaining({ key: 'sync.seal-broken' });
const pair = await newAgreementPair(true);
const publicKey = await exportPublicKey(pair.publicKey);
const key = newDataKey();
const wrapped = await wrapFor(publicKey, key, 'recovery');

describe('a key sealed to a public key', () => {
  it('opens with the private half, also after both went through a file', async () => {
    expect(await unwrapWith(pair.privateKey, wrapped, 'recovery')).toEqual(key);
    const pem = await exportPrivateKey(pair.privateKey);
    expect(pem).toMatch(
      /^-----BEGIN PRIVATE KEY-----\n([A-Za-z0-9+/=]{1,64}\n)+-----END PRIVATE KEY-----\n$/,
    );
    const stored = WrappedKey.parse(JSON.parse(JSON.stringify(wrapped)));
    expect(await unwrapWith(await importPrivateKey(pem), stored, 'recovery')).toEqual(key);
  });

  it('is refused with another pair, for another purpose, and when altered', async () => {
    const other = await newAgreementPair(false);
    await expect(unwrapWith(other.privateKey, wrapped, 'recovery')).rejects.toEqual(broken);
    await expect(unwrapWith(pair.privateKey, wrapped, 'parcel')).rejects.toEqual(broken);
    const cut = { ...wrapped, sealed: wrapped.sealed.slice(0, -4) };
    await expect(unwrapWith(pair.privateKey, cut, 'recovery')).rejects.toEqual(broken);
    const swapped = { ...wrapped, ephemeral: await exportPublicKey(other.publicKey) };
    await expect(unwrapWith(pair.privateKey, swapped, 'recovery')).rejects.toEqual(broken);
    await expect(unwrapWith(pair.privateKey, { ...wrapped, iv: 'AAAA' }, 'recovery')).rejects.toEqual(broken);
  });

  it('is made anew each time, and not for what is no key', async () => {
    expect(await wrapFor(publicKey, key, 'recovery')).not.toEqual(wrapped);
    await expect(wrapFor('AAAA', key, 'recovery')).rejects.toEqual(broken);
    await expect(wrapFor('không', key, 'recovery')).rejects.toEqual(broken);
    await expect(importPrivateKey('no key')).rejects.toEqual(broken);
  });

  it('leaves no private half that could be carried away unless asked for', async () => {
    const { privateKey } = await newAgreementPair(false);
    await expect(exportPrivateKey(privateKey)).rejects.toThrow();
  });

  it('names a public key by its content', async () => {
    expect(await publicKeyId(publicKey)).toMatch(/^[0-9a-f]{16}$/);
    expect(await publicKeyId(publicKey)).toBe(await publicKeyId(publicKey));
  });
});
