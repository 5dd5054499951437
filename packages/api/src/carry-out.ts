import type * as z from 'zod/mini';
import type { Command, Loaded } from './command.ts';
import { type Incoming, openReceipt, perform } from './door.ts';
import { reasonError } from './reason-error.ts';
import type { Request } from './work.ts';

/** `perform` for callers in the same process: the command's own result, and a refusal thrown as its DomainError. */
export async function carryOut<Schema extends z.ZodMiniType, Facts extends Loaded, Output>(
  definition: Command<Schema, Facts, Output>,
  request: Request,
  incoming: Incoming & { readonly payload: z.input<Schema> },
): Promise<Output> {
  const receipt = openReceipt(await perform(definition, request, incoming));
  if (receipt.reason !== undefined) throw reasonError(receipt.reason);
  // The receipt is this command's, so its result is what `run` gave.
  return receipt.result as Output;
}
