/**
 * `node apps/server/bench/guesses.ts [--program bin/kycuong.js]`: how many of so many guesses at a password are judged by
 * a server that is started for it, each way of sending them from an address of its own on loopback and at a name of its
 * own. `--program` takes another version's.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { json } from './stage/http-client.ts';
import { startProcess } from './stage/server-process.ts';

const own = fileURLToPath(new URL('../bin/kycuong.js', import.meta.url));
const { values: options } = parseArgs({ options: { program: { type: 'string', default: own } } });
const password = 'thung lung xanh bay con trau';

const Failed = z.object({ error: z.object({ data: z.object({ httpStatus: z.number() }) }) });
const statusOf = (answer: unknown) => Failed.safeParse(answer).data?.error.data.httpStatus ?? 200;

interface Sending {
  readonly from: string;
  readonly path: string;
  readonly body: unknown;
}

/** The status of each call in one request. */
function send(port: string, { from, path, body }: Sending): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const headers = { ...json, 'content-length': Buffer.byteLength(text) };
    const target = { host: '127.0.0.1', port, localAddress: from, method: 'POST', path: `/api/trpc/${path}` };
    const outgoing = request({ ...target, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const answer: unknown = JSON.parse(Buffer.concat(chunks).toString());
        resolve((Array.isArray(answer) ? answer : [answer]).map(statusOf));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

function createUser(data: string, username: string): Promise<void> {
  const args = [options.program, '--data', data, 'user', 'create', username, '--role', 'administrator'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(`${password}\n`);
  return new Promise((resolve, reject) => {
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`user create ended with ${code}`)),
    );
  });
}

const wrong = (username: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ username, password: `doan mo ${index}` }));
const single = (from: string, guesses: readonly unknown[]): Sending[] =>
  guesses.map((body) => ({ from, path: 'access.signIn', body }));
const batch = (from: string, guesses: readonly unknown[]): Sending => ({
  from,
  path: `${guesses.map(() => 'access.signIn').join(',')}?batch=1`,
  body: Object.fromEntries(guesses.entries()),
});
const names = ['mot', 'hai', 'ba', 'bon', 'nam'];
const [first = '', second = '', third = '', fourth = '', fifth = ''] = names;
const ways: readonly (readonly [string, readonly Sending[]])[] = [
  ['300 at once, one name', single('127.0.0.2', wrong(first, 300))],
  [
    '150 in one request, the right one last',
    [batch('127.0.0.3', [...wrong(second, 149), { username: second, password }])],
  ],
  ['340 in one request', [batch('127.0.0.4', wrong(third, 340))]],
  ['3 × 340 in three requests at once', [0, 1, 2].map(() => batch('127.0.0.5', wrong(fourth, 340)))],
  [
    '200 wrong, then the right one, at once',
    single('127.0.0.6', [...wrong(fifth, 200), { username: fifth, password }]),
  ],
  [
    '300 at once, one name, 50 addresses',
    wrong('nguoi-la', 300).flatMap((guess, index) => single(`127.0.1.${index % 50}`, [guess])),
  ],
  [
    '1,020 at once, as many names that nobody has',
    Array.from({ length: 1_020 }, (_, index) => index).flatMap((index) =>
      single('127.0.0.7', wrong(`khong-co-${index}`, 1)),
    ),
  ],
];

const data = await mkdtemp(join(tmpdir(), 'kycuong-guesses-'));
const server = await startProcess([options.program, '--data', data, 'serve', '--port', '0']);
try {
  for (const name of names) await createUser(data, name);
  const { port } = new URL(server.url);
  console.log('| guesses | sent | judged | signed in | seconds |\n|---|---|---|---|---|');
  for (const [way, sendings] of ways) {
    const begun = performance.now();
    const statuses = (await Promise.all(sendings.map((one) => send(port, one)))).flat();
    const sent = sendings.flatMap(({ path }) => path.split(',')).length;
    const judged = statuses.filter((status) => status === 401 || status === 200).length;
    const right = statuses.includes(200) ? 'yes' : 'no';
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`| ${way} | ${sent} | ${judged} | ${right} | ${seconds} |`);
  }
} finally {
  await server.stop();
  await rm(data, { recursive: true, force: true, maxRetries: 10 });
}
