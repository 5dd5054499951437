import type { WebKey } from '@kycuong/domain/sync/web-key.ts';
import type { FactorKey } from './access/factor-key.ts';
import type { OrderKey } from './device/order-key.ts';

/** Key pairs that belong to the installation, not to a person. Tests and the command line do without. */
export interface InstallationKeys {
  readonly order?: OrderKey;
  readonly factor?: FactorKey;
  /** The private half of a recovery pair by its name; undefined when it does not lie with this server. */
  readonly recoveryPrivateKey?: (id: string) => Promise<WebKey | undefined>;
}
