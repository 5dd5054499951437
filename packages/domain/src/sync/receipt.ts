import * as z from 'zod/mini';

/** What may become of a command that reached the server. */
export const receiptStatuses = ['applied', 'conflict', 'refused', 'quarantined'] as const;

/**
 * The server's stored answer to a command. `conflict`: applied, and the other version is kept too. `quarantined`: kept
 * by the server and not applied; the leader of the team decides on it, by a command of his own.
 */
export const Receipt = z.object({
  id: z.uuid(),
  action: z.string(),
  status: z.enum(receiptStatuses),
  at: z.iso.datetime(),
  /** What the command gave back, when applied. */
  result: z.optional(z.unknown()),
  /** Why it was refused or quarantined: error code, catalogue key, values, and every wrong field. */
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
