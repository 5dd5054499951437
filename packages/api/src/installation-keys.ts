import type { WebKey } from '@kycuong/domain/sync/web-key.ts';
import type { OrderKey } from './device/order-key.ts';

/** Key pairs that belong to the installation, not to a person. Tests and the command line do without. */
export interface InstallationKeys {
  readonly order?: OrderKey;
  /** The province's recovery pair: what is stored on tablets and sealed for export can be opened with its private key. */
  /** The private half of a recovery pair by its name; undefined when it does not lie with this server. */
  readonly recoveryPrivateKey?: (id: string) => Promise<WebKey | undefined>;
  readonly recovery?: { readonly id: string; readonly publicKey: string };
}
