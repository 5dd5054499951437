import type { Pushed } from '@kycuong/domain/sync/push.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import type { Place } from '../floor/rows.ts';
import type { BenchVisit, Inspector } from '../stage/furnish.ts';
import { type Client, json } from '../stage/http-client.ts';

/** Sends commands as a tablet does. @throws Error unless each is answered `applied` */
export async function push(client: Client, commands: readonly unknown[]): Promise<readonly string[]> {
  const { body } = await client.send('POST', '/api/trpc/sync.push', JSON.stringify({ commands }), json);
  const { receipts }: Pushed = JSON.parse(body).result.data;
  return receipts.map((receipt) => receipt ?? 'null');
}

/** Outside of what is timed: a bench must not measure refusals. */
export function requireApplied(receipts: readonly string[], count: number): void {
  const statuses = receipts.map((receipt) => Receipt.safeParse(JSON.parse(receipt)).data?.status);
  const applied = statuses.filter((status) => status === 'applied').length;
  if (applied !== count) throw new Error(`${applied} of ${count} applied: ${receipts[0]}`);
}

/** The same request to the bare server. */
export function pushBare(
  bare: Client,
  act: 'push' | 'ticket',
  commands: readonly unknown[],
  { roundId, unitId }: BenchVisit,
  { fullName }: Pick<Inspector, 'fullName'>,
) {
  const place: Place = { roundId, unitId, authorName: encodeURIComponent(fullName) };
  const headers = { ...json, 'x-place': JSON.stringify(place) };
  return bare.send('POST', `/${act}`, JSON.stringify({ commands }), headers);
}
