import '@kycuong/ui/theme/base.css';
import '@kycuong/ui/theme/tokens.css';
import '@kycuong/ui/theme/fonts.css';
import '@kycuong/ui/plain/plain.css';
import './shell/field.css';
import { followColorScheme } from '@kycuong/ui/theme/color-scheme.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { contactSigner } from './device/contact-signer.ts';
import { loadErrorTexts, startLanguage } from './language.ts';
import { startAutoLock } from './lock/auto-lock.ts';
import { followLock } from './lock/lock-now.ts';
import { readGate } from './lock/read-gate.ts';
import type { SendParcel } from './parcel/hand-in-parcel.ts';
import { FieldContext } from './shell/field-context.ts';
import { startShellWorker } from './shell/shell-worker.ts';
import { deviceId } from './sync/facts.ts';
import { serverLater } from './sync/server-later.ts';
import { openStore } from './sync/store.ts';
import { syncLater, whenIdle } from './sync/sync-later.ts';
import type { Carry } from './sync/uploader.ts';

async function start(): Promise<void> {
  followColorScheme();
  const place = document.getElementById('root');
  if (place === null) throw new Error('the page has no place for the app');
  const store = openStore();
  const signer = contactSigner(store);
  const server = serverLater(signer);
  /** The upload library is fetched, and held for offline, only when there is a photo to carry. */
  const carry: Carry = async (...args) =>
    (await import('./sync/carry-by-tus.ts')).carryByTus(signer)(...args);
  const sendParcel: SendParcel = async (...args) =>
    (await import('./parcel/hand-in-parcel.ts')).parcelSender(signer)(...args);
  const [device, first] = await Promise.all([deviceId(store), readGate(store), startLanguage()]);
  const sync = syncLater({ store, server, carry, signer, sendParcel });
  startAutoLock(store);
  followLock(store);
  // What waited for the code goes out as soon as it is given and the work is on the screen.
  store.vault.subscribe(() => {
    if (store.vault.shownTo() !== null) whenIdle(() => void sync.now());
  });
  createRoot(place).render(
    <StrictMode>
      <FieldContext value={{ store, server, sync, device, sendParcel }}>
        <App first={first} />
      </FieldContext>
    </StrictMode>,
  );
  whenIdle(() => {
    startShellWorker();
    // Asked for again when a refusal is to be said.
    void loadErrorTexts().catch(() => undefined);
  });
}

void start();
