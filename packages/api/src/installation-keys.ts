import type { OrderKey } from './device/order-key.ts';

/** Key pairs that belong to the installation, not to a person. Tests and the command line do without. */
export interface InstallationKeys {
  readonly order?: OrderKey;
  /** The province's recovery pair: what is stored on tablets and sealed for export can be opened with its private key. */
  readonly recovery?: { readonly id: string; readonly publicKey: string };
}
