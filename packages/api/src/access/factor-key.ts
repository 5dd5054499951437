/** Seals the secrets of second factors with a key that does not lie in the database. */
export interface FactorKey {
  readonly seal: (accountId: string, secret: string) => string;
  /** Undefined where it was sealed with another key, or for another account. */
  readonly open: (accountId: string, sealed: string) => string | undefined;
}
