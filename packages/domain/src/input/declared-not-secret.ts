import * as z from 'zod/mini';

/**
 * The person's word that a text or file is no state secret although it bears a marking such as MẬT. Given when they
 * were warned; it stays with the command, so that it can be seen who said so.
 */
export const DeclaredNotSecret = z.optional(z.literal(true));
