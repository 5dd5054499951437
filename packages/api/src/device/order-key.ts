/** The key pair by which an installation signs orders to its devices. They pin the public key when they register. */
export interface OrderKey {
  /** SPKI, base64url. */
  readonly publicKey: string;
  /** ECDSA P-256 over SHA-256 as IEEE P1363, base64url. */
  readonly sign: (text: string) => string;
}
