import * as z from 'zod/mini';

export const leastPasswordLength = 10;

export const ChangePassword = z.object({
  current: z.string().check(z.minLength(1), z.maxLength(256)),
  next: z.string().check(z.minLength(leastPasswordLength), z.maxLength(256)),
});
export type ChangePassword = z.infer<typeof ChangePassword>;
