import { fact, setFact } from '../sync/facts.ts';
import type { FieldServer } from '../sync/server.ts';
import type { FieldStore } from '../sync/store.ts';

const askAgainMs = 24 * 60 * 60 * 1000;

/** Asks for the province's public key, by which data keys are wrapped; without an answer the known one stays. */
export async function learnRecoveryKey(
  store: FieldStore,
  server: Pick<FieldServer, 'recoveryKey'>,
  nowMs: number,
): Promise<void> {
  const recovery = await server.recoveryKey().catch(() => null);
  if (recovery === null) return;
  await setFact(store, 'recoveryKey', recovery);
  await setFact(store, 'recoveryToldAt', nowMs);
}

/** The same, once a day: packets tell of a change sooner, where there are any. */
export async function learnRecoveryKeyDaily(
  store: FieldStore,
  server: Pick<FieldServer, 'recoveryKey'>,
  nowMs: number,
): Promise<void> {
  const toldAt = await fact(store, 'recoveryToldAt');
  if (toldAt === undefined || Math.abs(nowMs - toldAt) > askAgainMs)
    await learnRecoveryKey(store, server, nowMs);
}
