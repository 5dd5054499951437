import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { FuzzRequest } from './request.ts';

/** `status` 0: the server closed without an answer; -1: it did not answer in time; -2: no client would send that. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

/** On Linux every address of the loopback network is ours, so that no limit of one address stands before the rest. */
const addresses = process.platform === 'linux' ? 60 : 1;
const shownBytes = 4_000;

export function openSender(url: URL, patienceMs: number) {
  const port = Number(url.port);
  const agents = Array.from(
    { length: addresses },
    (_, index) =>
      new Agent({ keepAlive: true, ...(addresses > 1 ? { localAddress: `127.0.1.${index + 1}` } : {}) }),
  );
  let turn = 0;

  const ordinary = ({ method, path, headers, body }: FuzzRequest, cookie: string | undefined) =>
    new Promise<Omit<Answer, 'ms'>>((resolve) => {
      turn += 1;
      try {
        const sent = request({
          host: url.hostname,
          port,
          method,
          path,
          agent: agents[turn % addresses],
          headers: { host: `localhost:${port}`, ...(cookie === undefined ? {} : { cookie }), ...headers },
          timeout: patienceMs,
        });
        let status = 0;
        let text = '';
        const done = () => resolve({ status, body: text });
        sent.on('response', (response) => {
          status = response.statusCode ?? 0;
          response.on('data', (chunk: Buffer) => {
            if (text.length < shownBytes) text += chunk.toString('latin1', 0, shownBytes);
          });
          response.on('end', done);
          response.on('error', done);
        });
        sent.on('timeout', () => {
          status = -1;
          sent.destroy();
        });
        sent.on('error', done);
        sent.end(body);
      } catch {
        resolve({ status: -2, body: '' });
      }
    });

  const raw = (text: string) =>
    new Promise<Omit<Answer, 'ms'>>((resolve) => {
      let answer = '';
      let isLate = false;
      const socket = connect(port, url.hostname, () => socket.end(Buffer.from(text, 'latin1')));
      const timer = setTimeout(() => {
        isLate = true;
        socket.destroy();
      }, patienceMs);
      socket.on('data', (chunk) => {
        answer += chunk.toString('latin1', 0, shownBytes);
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearTimeout(timer);
        const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(answer)?.[1] ?? 0);
        resolve({ status: isLate ? -1 : status, body: answer });
      });
    });

  return {
    send: async (one: FuzzRequest, cookie: string | undefined): Promise<Answer> => {
      const from = performance.now();
      const answer = await (one.raw === undefined ? ordinary(one, cookie) : raw(one.raw));
      return { ...answer, ms: performance.now() - from };
    },
    close: () => {
      for (const agent of agents) agent.destroy();
    },
  };
}
