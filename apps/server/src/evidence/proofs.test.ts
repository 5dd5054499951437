import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachEvidence } from '@kycuong/api/evidence/attach-evidence.ts';
import { type FieldHouse, type FieldRound, openFieldHouse } from '@kycuong/api/testing/field-house.ts';
import { password } from '@kycuong/api/testing/house.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { type AttachEvidence, evidenceMediaTypes } from '@kycuong/domain/evidence/attach-evidence.ts';
import { tellProof } from '@kycuong/domain/evidence/tell-proof.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApi } from '../host/api.ts';
import { buildHost, listen } from '../host.ts';

type MediaType = AttachEvidence['mediaType'];
const listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };
const files = new URL('../../../../packages/db/src/testing/import-files/up/', import.meta.url);
let house: FieldHouse;
let round: FieldRound;
let app: FastifyInstance;
let base: string;
let folder: string;
let cookie: string;
beforeAll(async () => {
  house = await openFieldHouse();
  round = await house.addRound();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-proofs-'));
  app = await buildHost({
    connection: house.connection,
    listening,
    api: createApi(house.connection, false, folder),
  });
  base = await listen(app, listening);
  const answer = await fetch(`${base}api/trpc/access.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'inspector', password }),
  });
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
});
afterAll(async () => {
  await app.close();
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

/** Names on disks are decomposed here and composed there. */
async function bytesOf(name: string): Promise<Buffer> {
  const found = (await readdir(files)).find((one) => one.normalize('NFC') === name.normalize('NFC'));
  return readFile(new URL(encodeURIComponent(found ?? name), files));
}

const ticketFor = (name: string, bytes: Uint8Array, mediaType: MediaType) => ({
  evidenceId: uuidV7(),
  visitId: round.visitId('coLe'),
  target: { kind: 'item' as const, id: 'M01' },
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
  mediaType,
  name,
  takenAt: '2026-11-23T02:00:00Z',
});

/** What comes of a file that is said to be of a type: its name as it is kept, or why it is refused. */
async function send(name: string, said: string): Promise<string> {
  const bytes = await bytesOf(name);
  const ticket = ticketFor(name, bytes, 'image/jpeg');
  try {
    await house.run('inspector', attachEvidence, Object.assign(ticket, { mediaType: said }));
  } catch (error) {
    if (error instanceof DomainError) return error.issues[0]?.key ?? error.key;
    throw error;
  }
  const sent = await fetch(`${base}api/evidence/upload`, {
    method: 'POST',
    headers: {
      cookie,
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'upload-metadata': `evidenceId ${btoa(ticket.evidenceId)}`,
      'content-type': 'application/offset+octet-stream',
    },
    body: Uint8Array.from(bytes),
  });
  if (sent.status !== 201) return JSON.parse(await sent.text()).error.key;
  const kept = await fetch(`${base}api/evidence/${ticket.evidenceId}`, { headers: { cookie } });
  const header = kept.headers.get('content-disposition') ?? '';
  return decodeURIComponent(header.replace("attachment; filename*=UTF-8''", ''));
}

it.each(['ANH.JPG', 'Ảnh niêm yết thủ tục.pdf', 'khong-duoi'])(
  'takes %s and keeps its name',
  async (name) => {
    const told = tellProof(await bytesOf(name));
    if ('reason' in told) throw new Error(told.reason);
    expect(await send(name, told.mediaType)).toBe(name);
  },
);

it.each([
  ['gia-pdf.pdf', 'application/pdf', 'evidence.is-program'],
  ['kich-ban.svg', 'image/svg+xml', 'evidence.is-markup'],
  ['nen.zip', 'application/zip', 'evidence.is-archive'],
  ['rong.pdf', 'application/pdf', 'evidence.empty'],
  ['bang.csv', 'text/csv', 'evidence.is-text'],
  ['video.mp4', 'video/mp4', 'evidence.is-video'],
  ['anh.heic', 'image/heic', 'evidence.is-heic'],
  ['van-ban.doc', 'application/msword', 'evidence.is-old-office'],
])('refuses %s for what it is, honestly declared or not', async (name, said, reason) => {
  expect(await send(name, said)).toBe(reason);
  for (const other of evidenceMediaTypes) expect(await send(name, other)).toBe(reason);
});

it('says of a file of another accepted kind which one it is', async () => {
  expect(await send('ANH.JPG', 'application/pdf')).toBe('evidence.wrong-type');
});
