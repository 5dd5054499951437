import * as z from 'zod/mini';
import { requiredLine } from '../input/bounded-text.ts';

/** An address that letters go to. What was pasted with it and cannot be seen is no part of it. */
export const Email = z.pipe(requiredLine(254), z.email({ error: 'input.wrong-email' }));
