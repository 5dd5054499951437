import { makeTestDevice } from '@kycuong/api/testing/test-device.ts';
import { bytesSource, makeTestParcel, makeTestRecovery } from '@kycuong/api/testing/test-parcel.ts';
import { mostRecords, parcelMediaType } from '@kycuong/domain/sync/parcel.ts';
import { readParcel } from '@kycuong/domain/sync/parcel-file.ts';
import { parcelKeysHeader, writeParcelKeys } from '@kycuong/domain/sync/parcel-keys-text.ts';
import { unwrapParcel } from '@kycuong/domain/sync/parcel-seal.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { longestWait, othersLimitMs } from '../longest-wait.ts';
import { longest, type Row } from '../row.ts';
import { addVisit, type BenchVisit, type Inspector } from '../stage/furnish.ts';
import type { Client } from '../stage/http-client.ts';
import type { Stage } from '../stage/stage.ts';
import { answers } from './write-commands.ts';

/** As many records as a parcel may have, each in the name of somebody else who is nobody, laid as close as may be. */
async function strangersParcel(author: Inspector, visit: BenchVisit) {
  const recovery = await makeTestRecovery();
  const commands = answers(author, visit, 0, mostRecords).map((command) => ({
    ...command,
    author: uuidV7(),
  }));
  const device = makeTestDevice();
  const file = await makeTestParcel({ device, recovery, commands, signed: false, recordsOfPart: 1_000 });
  const { head } = await readParcel(bytesSource(file));
  return { file, keys: await unwrapParcel(head, { kind: 'recovery', ...recovery }) };
}

async function handIn(client: Client, { file, keys }: Awaited<ReturnType<typeof strangersParcel>>) {
  const headers = { 'content-type': parcelMediaType, [parcelKeysHeader]: writeParcelKeys(keys) };
  const { body } = await client.send('POST', '/api/parcel', file, headers);
  const taken = body.split('"not-taken"').length - 1;
  if (taken !== mostRecords) throw new Error(`${taken} of ${mostRecords} answered: ${body.slice(0, 300)}`);
}

/** How long the others wait while anybody at all hands in the worst parcel. */
export async function parcelStrangers(stage: Stage, rounds: number): Promise<Row> {
  const { furnished, clients, server, connection } = stage;
  const [author] = furnished.inspectors;
  const [client] = clients;
  const visit = await addVisit(connection, furnished.writing);
  if (!author || !client) throw new Error('nobody on the stage');
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const parcel = await strangersParcel(author, visit);
    waits.push((await longestWait(server.url, () => handIn(client, parcel))).wait);
  }
  return longest('parcel.strangers', waits, othersLimitMs);
}
