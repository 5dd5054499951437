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
  /** Set of what was given alone: the code of a slip, or a first password. */
  readonly givenUntil: Date | null;
}

/** What was typed is judged as it is, and where it may be the code of a slip also as one that is read from paper. */
export async function secretMatches({ passwordHash, givenUntil }: Kept, typed: string): Promise<boolean> {
  const code = givenUntil === null ? typed : paperCodeOf(typed);
  if (await passwordMatches(passwordHash, code)) return true;
  // A first password may look like a code in capitals.
  return code !== typed && passwordMatches(passwordHash, typed);
}
