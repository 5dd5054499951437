import * as z from 'zod/mini';
import { requiredLine, requiredText } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import { PaperCode } from './paper-code.ts';

/** How many recovery codes go with a second factor, each good once. */
export const recoveryCodeCount = 10;

const current = z.string().check(z.minLength(1), z.maxLength(256));

/** As it is typed: six digits of the app, or a recovery code; spaces and capitals do no harm. */
const typedCode = requiredLine(40);

/** The second step of a sign-in. */
export const EnterCode = z.object({ code: typedCode });
export type EnterCode = z.infer<typeof EnterCode>;

/**
 * A second factor of one's own (TOTP, RFC 6238). The browser makes the secret (160 bits, base32) and the recovery codes, so
 * that no receipt has to carry them; `code` shows that the app has it.
 */
export const EnrolSecondFactor = z.object({
  current,
  secret: z.string().check(z.regex(/^[A-Z2-7]{32}$/, { error: 'input.wrong-format' })),
  code: typedCode,
  recoveryCodes: z.array(PaperCode).check(z.minLength(recoveryCodeCount), z.maxLength(recoveryCodeCount)),
});
export type EnrolSecondFactor = z.infer<typeof EnrolSecondFactor>;

/** Takes one's own off, to enrol another phone for example. */
export const DropSecondFactor = z.object({ current, code: typedCode });
export type DropSecondFactor = z.infer<typeof DropSecondFactor>;

/** Takes somebody's off who lost phone and recovery codes. */
export const RemoveSecondFactor = z.object({ accountId: Id, reason: requiredText(500) });
export type RemoveSecondFactor = z.infer<typeof RemoveSecondFactor>;
