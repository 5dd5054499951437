import { account } from '@kycuong/db/schema/access.ts';
import { device, deviceAccount } from '@kycuong/db/schema/device.ts';
import { ownThing } from '@kycuong/domain/access/resource.ts';
import {
  RegisterDevice,
  type RegisteredDevice,
  registrationText,
} from '@kycuong/domain/device/register-device.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { currentRecoveryKey } from '../sync/current-recovery-key.ts';
import { isSignedBy, readPublicKey } from './verify-signature.ts';

/**
 * A device becomes known with its public keys, for whoever is signed in on it. The same device comes again for another
 * person or with a new name; other keys under its id are never taken.
 * @throws DomainError `invalid` where the keys or the proof are wrong, `conflict` for other keys of a known device, or one that was wiped.
 */
export const registerDevice = command({
  action: 'device.register',
  input: RegisterDevice,
  turn: ({ deviceId }) => deviceId,
  load: async ({ tx, actor, input }) => {
    const accountId = actor.accountId;
    if (accountId === null) throw new DomainError('forbidden', 'access.forbidden');
    const [known] = await tx.select().from(device).where(eq(device.id, input.deviceId));
    const [person] = await tx
      .select({ unitId: account.unitId })
      .from(account)
      .where(eq(account.id, accountId));
    const unitId = known === undefined ? (person?.unitId ?? null) : known.unitId;
    const subject = { kind: 'device', id: input.deviceId, unitId };
    return { resource: ownThing, subject, known, accountId };
  },
  run: async ({ tx, input, facts, now, keys }): Promise<RegisteredDevice> => {
    const { deviceId, label, platform, signKey, agreeKey, proof } = input;
    const { known, accountId, subject } = facts;
    const key = readPublicKey(signKey);
    const field = key === undefined ? 'signKey' : readPublicKey(agreeKey) === undefined ? 'agreeKey' : null;
    if (key === undefined || field !== null)
      throw new DomainError('invalid', 'device.not-a-key', { field: field ?? 'signKey' });
    if (!isSignedBy(key, registrationText(accountId, input), proof))
      throw new DomainError('invalid', 'device.proof-wrong', { field: 'proof' });
    if (known !== undefined && (known.signKey !== signKey || known.agreeKey !== agreeKey))
      throw new DomainError('conflict', 'device.key-changed');
    if (known?.wipedAt) throw new DomainError('conflict', 'device.wiped');
    if (known === undefined) {
      const facts = { registeredBy: accountId, registeredAt: now, unitId: subject.unitId };
      await tx.insert(device).values({ id: deviceId, label, platform, signKey, agreeKey, ...facts });
    }
    await tx
      .insert(deviceAccount)
      .values({ deviceId, accountId, firstSeenAt: now, lastSeenAt: now })
      .onConflictDoUpdate({
        target: [deviceAccount.deviceId, deviceAccount.accountId],
        set: { lastSeenAt: now, silencedAt: null },
      });
    if (known !== undefined) await tx.update(device).set({ label, platform }).where(eq(device.id, deviceId));
    return {
      deviceId,
      label,
      orderKey: keys.order?.publicKey ?? null,
      recoveryKey: await currentRecoveryKey(tx),
    };
  },
  trail: ({ proof, ...kept }) => kept,
});
