import { longest, type Row } from '../row.ts';
import { type Stage, sessionOf } from '../stage/stage.ts';
import { underFlood } from '../stage/under-flood.ts';

const limitMs = 300;
const batches = 60;
const callsPerBatch = 20;

const paths = Array.from({ length: callsPerBatch }, () => 'visit.list').join(',');
const input = Object.fromEntries(Array.from({ length: callsPerBatch }, (_, index) => [index, {}]));
const batch = { path: `/api/trpc/${paths}?batch=1&input=${encodeURIComponent(JSON.stringify(input))}` };

/** What one signed-in person's 1,200 readings at once do to somebody else's, and to `/health`. */
export async function readFlood({ server, furnished }: Stage): Promise<readonly Row[]> {
  const url = `http://127.0.0.1:${new URL(server.url).port}`;
  const [first, second] = furnished.inspectors;
  if (first === undefined || second === undefined) throw new Error('too few inspectors');
  const cookie = await sessionOf(url, first.username);
  const other = await sessionOf(url, second.username);
  const { waits, statuses } = await underFlood(
    { url, cookie, requests: Array.from({ length: batches }, () => batch) },
    { health: { path: '/health' }, other: { path: '/api/trpc/notice.myWork?input=%7B%7D', cookie: other } },
  );
  const answered = statuses.filter((status) => status === 200).length;
  const note = `${answered} of ${batches} batches answered`;
  return [
    { ...longest('flood.reads', [waits.health], limitMs), note },
    longest('flood.reads.other', [waits.other], limitMs),
  ];
}
