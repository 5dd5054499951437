import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type RegisterDevice, registrationText } from '@kycuong/domain/device/register-device.ts';
import { contactText, writeContact } from '@kycuong/domain/device/signed-contact.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';

interface Signing {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  readonly unixMs: number;
}

export interface TestDevice {
  readonly id: string;
  readonly sign: (text: string) => string;
  /** The value of the header `kycuong-device`. */
  readonly contact: (signing: Signing) => string;
  /** What it sends to register for an account. */
  readonly registration: (accountId: string, label?: string) => RegisterDevice;
}

const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64url');

/** A tablet as the server meets it: an id and its two key pairs. */
export function makeTestDevice(id: string = uuidV7()): TestDevice {
  const signing = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const agreeing = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { key: signing.privateKey, dsaEncoding: 'ieee-p1363' } as const;
  const signText = (text: string) => sign('sha256', Buffer.from(text), key).toString('base64url');
  const keys = { deviceId: id, signKey: spki(signing.publicKey), agreeKey: spki(agreeing.publicKey) };
  return {
    id,
    sign: signText,
    contact: ({ method = 'GET', path, body = '', unixMs }) => {
      const bodyHash = createHash('sha256').update(body).digest('hex');
      const signature = signText(contactText(method, path, { unixMs, bodyHash }));
      return writeContact({ deviceId: id, unixMs, signature });
    },
    registration: (accountId, label = 'Máy tính bảng số 3 – Phòng Cải cách hành chính, Sở Nội vụ') => ({
      ...keys,
      label,
      platform: 'Chromium, Android',
      proof: signText(registrationText(accountId, keys)),
    }),
  };
}
