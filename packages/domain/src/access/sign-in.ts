import * as z from 'zod/mini';
import { requiredLine } from '../input/bounded-text.ts';

export const SignIn = z.object({
  username: requiredLine(64),
  password: z.string().check(z.minLength(1), z.maxLength(256)),
});
export type SignIn = z.infer<typeof SignIn>;
