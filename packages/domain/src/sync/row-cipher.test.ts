import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newDataKey, openBytes, sealBytes, sealOverheadBytes } from './row-cipher.ts';

const broken = expect.objectContaining({ key: 'sync.seal-broken' });
const bytes = (text: string) => new TextEncoder().encode(text);
const key = newDataKey();
const sealed = sealBytes(key, bytes('Niêm yết còn trống 14 ô.'), 'commands:1');

describe('a sealed row', () => {
  it('opens to what it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), fc.string(), (plain, aad) => {
        const once = sealBytes(key, plain, aad);
        expect(once).toHaveLength(plain.length + sealOverheadBytes);
        expect(openBytes(key, once, aad)).toEqual(new Uint8Array(plain));
      }),
    );
  });

  it('never looks the same twice and shows none of its words', () => {
    const again = sealBytes(key, bytes('Niêm yết còn trống 14 ô.'), 'commands:1');
    expect(again).not.toEqual(sealed);
    expect(new TextDecoder().decode(sealed)).not.toContain('trống');
  });

  it('is refused with another key, in another place, and when a byte of it was changed or is missing', () => {
    expect(() => openBytes(newDataKey(), sealed, 'commands:1')).toThrow(broken);
    expect(() => openBytes(key, sealed, 'commands:2')).toThrow(broken);
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = sealed.slice();
      altered.set([(sealed[at] ?? 0) ^ 1], at);
      expect(() => openBytes(key, altered, 'commands:1')).toThrow(broken);
      expect(() => openBytes(key, sealed.subarray(0, at), 'commands:1')).toThrow(broken);
    }
  });
});
