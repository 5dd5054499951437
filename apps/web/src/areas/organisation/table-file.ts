import * as z from 'zod/mini';

/** A chosen file; the field itself refuses what is too large or of another kind. */
export const tableFile = z.custom<File>((value) => value instanceof File, 'input.required');
