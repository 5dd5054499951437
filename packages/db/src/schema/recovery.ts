import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { anyOf, atSignIn, fence, isSystem, signedIn } from '../policy.ts';

/** Public halves of the province's recovery pairs; the newest is in use, the older ones still open what they sealed. */
export const recoveryKey = pgTable(
  'recovery_key',
  {
    /** The first 16 hex digits of the SHA-256 of the public key. */
    id: text().primaryKey(),
    /** P-256, SPKI, base64url. */
    publicKey: text('public_key').notNull(),
    inUseFrom: instant('in_use_from').notNull(),
  },
  () => fence({ read: anyOf(signedIn, isSystem, atSignIn), insert: isSystem }),
);
