import { createHash, randomBytes } from 'node:crypto';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { AttachCommand } from '../floor/photo.ts';
import { interleave } from '../measure.ts';
import { compared, type Row } from '../row.ts';
import { addVisit, type BenchVisit, type Inspector, itemCode } from '../stage/furnish.ts';
import type { Client } from '../stage/http-client.ts';
import { first, type Stage } from '../stage/stage.ts';
import { requireSameRows } from '../stage/table-counts.ts';
import { push, pushBare, requireApplied } from './push-request.ts';
import { envelope } from './write-commands.ts';

const photoCount = 20;
const photoBytes = 300_000;
const jpegStart = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

export interface Photo {
  readonly bytes: Buffer;
  readonly command: AttachCommand;
}

export function photo(author: Inspector, visit: BenchVisit, index: number): Photo {
  const bytes = Buffer.concat([jpegStart, randomBytes(photoBytes - jpegStart.length)]);
  const around = { ...envelope(author, visit, index), action: 'evidence.attach' };
  const payload = {
    evidenceId: uuidV7(),
    visitId: visit.visitId,
    target: { kind: 'item' as const, id: itemCode(index) },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    mediaType: 'image/jpeg' as const,
    name: `anh-${index + 1}.jpg`,
    takenAt: around.writtenAt,
  };
  return { bytes, command: { ...around, payload } };
}

/** As the tablet's tus client sends a photo that fits into one chunk: created and filled by one request. */
export async function upload(client: Client, { bytes, command }: Photo): Promise<void> {
  const { evidenceId, size } = command.payload;
  const { headers } = await client.send('POST', '/api/evidence/upload', bytes, {
    'tus-resumable': '1.0.0',
    'content-type': 'application/offset+octet-stream',
    'upload-length': String(size),
    'upload-metadata': `evidenceId ${Buffer.from(evidenceId).toString('base64')}`,
  });
  if (headers['upload-offset'] !== String(size)) throw new Error('the photo did not arrive whole');
}

/** Twenty photos one after another, as a tablet sends them: for each its ticket, then its bytes. */
export async function photosTwenty(stage: Stage, rounds: number): Promise<Row> {
  const { connection, furnished, bare } = stage;
  const { inspector, client } = first(stage);
  const next = async () => {
    const visit = await addVisit(connection, furnished.writing);
    return {
      visit,
      photos: Array.from({ length: photoCount }, (_, index) => photo(inspector, visit, index)),
    };
  };
  const times = await interleave(
    {
      ours: async () => {
        const { photos } = await next();
        return async () => {
          for (const one of photos) {
            requireApplied(await push(client, [one.command]), 1);
            await upload(client, one);
          }
        };
      },
      floor: async () => {
        const { visit, photos } = await next();
        return async () => {
          for (const { bytes, command } of photos) {
            await pushBare(bare, 'ticket', [command], visit, inspector);
            const headers = { 'x-place': JSON.stringify({ unitId: visit.unitId }) };
            await bare.send('POST', `/photo/${command.payload.evidenceId}`, bytes, headers);
          }
        };
      },
      warmUp: (mine, theirs) => requireSameRows(connection, mine, theirs),
    },
    rounds,
  );
  const [counts] =
    await connection.sql`select count(*)::int as awaited from evidence where status <> 'received'`;
  if (counts?.awaited !== 0) throw new Error('not every photo was received');
  return compared('photos.twenty', 1.3, times, rounds);
}
