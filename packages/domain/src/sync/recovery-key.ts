import * as z from 'zod/mini';

/** The public half of the province's recovery pair, by which data keys of tablets are wrapped. */
export const RecoveryKey = z.object({
  /** The first 16 hex digits of the SHA-256 of the public key. */
  id: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  /** P-256, SPKI, base64url. */
  publicKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{100,200}$/)),
});
export type RecoveryKey = z.infer<typeof RecoveryKey>;
