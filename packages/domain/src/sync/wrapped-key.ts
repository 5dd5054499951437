import * as z from 'zod/mini';

const Base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(1_000));

/** A key sealed to a public key: the sender's one-time public key, the nonce, and the sealed bytes. */
export const WrappedKey = z.object({
  version: z.literal(1),
  /** One-time P-256 key, SPKI, base64url. */
  ephemeral: Base64url,
  iv: Base64url,
  sealed: Base64url,
});
export type WrappedKey = z.infer<typeof WrappedKey>;
