import { contactHeader, contactText, writeContact } from '@kycuong/domain/device/signed-contact.ts';
import { toBase64url } from '@kycuong/domain/sync/base64url.ts';
import { fact } from '../sync/facts.ts';
import type { FieldStore } from '../sync/store.ts';
import { deviceKeys, signText } from './device-keys.ts';

const mostRemembered = 100;
/** The header that tells the server's time has whole seconds, and an answer takes its time: less is no difference. */
const noticeableMs = 30_000;

/** What of a request is used here: the shape that the client library gives. */
interface Asking {
  readonly method?: string | undefined;
  readonly body?: BodyInit | null | undefined;
  readonly headers?: HeadersInit | undefined;
  readonly signal?: AbortSignal | null | undefined;
}

export interface ContactSigner {
  /** `fetch` with the device's signature on it, once the device is registered. */
  readonly fetch: (address: RequestInfo | URL, asking?: Asking) => Promise<Response>;
  /** The header for a request whose body the server does not read whole; empty before the device is registered. */
  readonly headers: (method: string, address: string, body?: string) => Promise<Record<string, string>>;
  /** Learns the server's time from an answer, so that a device with a wrong clock can sign the next contact. */
  readonly heard: (date: string | null) => void;
  /** Whether this page signed a contact so; told once, so that an answer counts once. */
  readonly wasAsked: (contact: string) => boolean;
}

async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Signs the contacts of one device. `now` is the device's own time; what the server said of the time puts it right. */
export function contactSigner(store: FieldStore, now: () => number = Date.now): ContactSigner {
  const asked = new Set<string>();
  let offsetMs: number | undefined;

  const headers: ContactSigner['headers'] = async (method, address, body = '') => {
    const [keys, deviceId, registration] = await Promise.all([
      deviceKeys(store),
      fact(store, 'device'),
      fact(store, 'registration'),
    ]);
    if (keys === undefined || deviceId === undefined || registration === undefined) return {};
    offsetMs ??= (await fact(store, 'serverOffsetMs')) ?? 0;
    const { pathname, search } = new URL(address, globalThis.location?.href ?? 'http://localhost');
    const unixMs = Math.round(now() + offsetMs);
    const text = contactText(method, pathname + search, { unixMs, bodyHash: await sha256Hex(body) });
    const signature = toBase64url(await signText(keys, text));
    if (asked.size >= mostRemembered) asked.clear();
    asked.add(signature);
    return { [contactHeader]: writeContact({ deviceId, unixMs, signature }) };
  };
  const heard: ContactSigner['heard'] = (date) => {
    const offset = Date.parse(date ?? '') - now();
    if (Number.isFinite(offset) && Math.abs(offset - (offsetMs ?? 0)) > noticeableMs) offsetMs = offset;
  };
  return {
    headers,
    heard,
    fetch: async (place, { method = 'GET', body = null, headers: given, signal = null } = {}) => {
      const address = place instanceof Request ? place.url : String(place);
      const signed = new Headers(given);
      const own = await headers(method, address, typeof body === 'string' ? body : '');
      for (const [name, value] of Object.entries(own)) signed.set(name, value);
      // Our server never sends elsewhere: whoever does stands in between, and may say that its page is to be kept for long.
      const apart = { redirect: 'manual', cache: 'no-store' } as const;
      const answer = await fetch(address, { method, body, signal, headers: signed, ...apart });
      heard(answer.headers.get('date'));
      return answer;
    },
    wasAsked: (contact) => asked.delete(contact),
  };
}
