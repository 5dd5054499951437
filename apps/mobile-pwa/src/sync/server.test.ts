import { expect, it } from 'vitest';
import { connectServer, type FieldServer } from './server.ts';

const answering = (body: object) => connectServer({ fetch: async () => Response.json(body) });

const device = { deviceId: '', label: '', platform: '', signKey: '', agreeKey: '', proof: '' };
const report = {
  orderId: '',
  handedIn: { records: 0, photos: 0, sealedFiles: 0 },
  destroyed: { records: 0, photos: 0, drafts: 0, keys: 0 },
};

const questions: [string, (server: FieldServer) => Promise<unknown>][] = [
  ['who is signed in', ({ hello }) => hello()],
  ['receipts', ({ push }) => push([])],
  ['changes', ({ pull }) => pull(null)],
  ['what is held', ({ evidenceStates }) => evidenceStates([])],
  ['what waits for the leader', ({ quarantineCounts }) => quarantineCounts()],
  ['the registration', ({ register }) => register(device)],
  ['what became of a wipe', ({ reportWipe }) => reportWipe('o', report)],
  ['a visit', ({ packet }) => packet('v')],
];

it.each(questions)('%s: an answer without them was cut short', async (_, ask) => {
  for (const result of [{ data: {} }, { data: null }, {}])
    await expect(ask(answering({ result }))).rejects.toMatchObject({ trouble: 'cut' });
  await expect(ask(answering({}))).rejects.toMatchObject({ trouble: 'portal' });
});

it('takes no half of the province’s key; that there is none is an answer', async () => {
  for (const result of [{ data: {} }, {}])
    await expect(answering({ result }).recoveryKey()).rejects.toMatchObject({ trouble: 'cut' });
  expect(await answering({ result: { data: null } }).recoveryKey()).toBeNull();
});
