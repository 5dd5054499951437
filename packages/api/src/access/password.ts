import { paperCodeOf } from '@kycuong/domain/access/paper-code.ts';
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

interface Kept {
  readonly passwordHash: string;
  /** Set of a code on paper alone. */
  readonly givenUntil: Date | null;
}

/** What was typed is judged as it is, but for the code of a slip: that one is read from paper, in whatever way. */
export function secretMatches({ passwordHash, givenUntil }: Kept, typed: string): Promise<boolean> {
  return passwordMatches(passwordHash, givenUntil === null ? typed : paperCodeOf(typed));
}
