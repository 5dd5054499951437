import * as z from 'zod/mini';

const Detail = z.object({
  kept: z.optional(z.object({ fileName: z.nullable(z.string()) })),
  fileName: z.optional(z.nullable(z.string())),
  reason: z.optional(z.string()),
});

/** Which file an import brought, and why it was taken back, of entries that say so. */
export function saidOfImport(detail: unknown): { readonly file?: string; readonly reason?: string } {
  const { data } = Detail.safeParse(detail);
  const file = data?.kept?.fileName ?? data?.fileName ?? undefined;
  return { ...(file && { file }), ...(data?.reason && { reason: data.reason }) };
}
