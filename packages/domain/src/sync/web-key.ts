/** A key of WebCrypto, as both the browser's and the server's types know it. */
export type WebKey = Parameters<typeof crypto.subtle.deriveBits>[1];

export interface WebKeyPair {
  readonly publicKey: WebKey;
  readonly privateKey: WebKey;
}
