import { hash, verify } from '@node-rs/argon2';
import { limitTo } from '../limit-to.ts';

/** argon2id with OWASP's minimum of memory and passes (19 MiB, 2, 1). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Half of libuv's four threads: the others are for files, which every page needs. */
const inTurn = limitTo(2);

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost));
}

export function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, password));
}
