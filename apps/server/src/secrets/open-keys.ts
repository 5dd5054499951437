import type { InstallationKeys } from '@kycuong/api/installation-keys.ts';
import { openFactorKey } from './factor-key.ts';
import { openOrderKey } from './order-key.ts';
import { recoveryPrivateKey } from './recovery-key.ts';

/** The installation's own key pairs, from its folder of secrets. All servers of an installation share that folder. */
export async function openKeys(secretsFolder: string): Promise<InstallationKeys> {
  return {
    order: await openOrderKey(secretsFolder),
    factor: await openFactorKey(secretsFolder),
    recoveryPrivateKey: (id) => recoveryPrivateKey(secretsFolder, id),
  };
}
