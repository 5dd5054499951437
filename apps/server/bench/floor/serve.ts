/**
 * Bare HTTP: a Node server that does the same SQL and file work as ours, on the same database, and nothing else. No
 * sign-in, no validation, no permission, no row security (it signs in as the superuser). It is what the hardware, Node
 * and PostgreSQL cost by themselves.
 */
import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import postgres from 'postgres';
import { receivePhoto, writeTicket } from './photo.ts';
import { readChanges } from './read.ts';
import { writeAnswers } from './write.ts';

const { FLOOR_DATABASE: address = '', FLOOR_FOLDER: folder = '' } = process.env;
const sql = postgres(address, { max: 10, onnotice: () => undefined });
await mkdir(join(folder, 'store'), { recursive: true });

async function answer(request: IncomingMessage): Promise<string> {
  const [, act, first = '', second = ''] = (request.url ?? '').split('/');
  if (act === 'empty') {
    await sql`select 1`;
    return '{}';
  }
  if (act === 'pull') return readChanges(sql, first, second);
  const place = JSON.parse(String(request.headers['x-place'] ?? 'null'));
  if (act === 'photo') {
    await receivePhoto(sql, folder, first, { bytes: request, unitId: place.unitId });
    return '{}';
  }
  const { commands } = JSON.parse(await text(request));
  const receipts =
    act === 'ticket'
      ? [await writeTicket(sql, commands[0], place)]
      : await writeAnswers(sql, commands, place);
  return JSON.stringify({ receipts, serverTime: new Date().toISOString() });
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => {
      response.setHeader('content-type', 'application/json');
      response.end(body);
    },
    (error: unknown) => {
      console.error(error);
      response.statusCode = 500;
      response.end();
    },
  );
});
server.listen(0, '127.0.0.1', () => {
  const at = server.address();
  console.error(`http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`);
});
process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
  void sql.end({ timeout: 5 });
});
