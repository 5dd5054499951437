import * as z from 'zod/mini';

export const receiptStatuses = ['applied', 'conflict', 'refused'] as const;

/** The server's stored answer to a command. `conflict`: applied, and the other version is kept too. */
export const Receipt = z.object({
  id: z.uuid(),
  action: z.string(),
  status: z.enum(receiptStatuses),
  at: z.iso.datetime(),
  /** What the command gave back, when applied. */
  result: z.optional(z.unknown()),
  /** Why it was refused: error code, catalogue key, values, and every wrong field. */
  reason: z.optional(
    z.object({
      code: z.string(),
      key: z.string(),
      details: z.record(z.string(), z.union([z.string(), z.number(), z.undefined()])),
      issues: z.array(
        z.object({
          field: z.string(),
          key: z.string(),
          details: z.record(z.string(), z.union([z.string(), z.number(), z.undefined()])),
        }),
      ),
    }),
  ),
});
export type Receipt = z.infer<typeof Receipt>;
