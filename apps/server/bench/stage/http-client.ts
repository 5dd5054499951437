import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

export interface Client {
  readonly send: (
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: string | Uint8Array,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  readonly close: () => void;
}

/** Fewer than one address may send in a minute: senders of a province come from many, a bench from one machine. */
const perAddress = 3_000;
let addresses = 1;
function agentOfNextAddress(): Agent {
  addresses += 1;
  const localAddress = `127.0.${addresses >> 8}.${addresses & 255}`;
  return new Agent({ keepAlive: true, maxSockets: 8, localAddress });
}

/** Kept-alive connections to one server. What is not answered 2xx is an error: a bench must not measure refusals. */
export function openClient(url: string, cookie?: string): Client {
  let agent = agentOfNextAddress();
  let sent = 0;
  const { hostname, port } = new URL(url);
  const target = { host: hostname === 'localhost' ? '127.0.0.1' : hostname, port };
  const nextAgent = () => {
    sent += 1;
    if (sent % perAddress === 0) agent = agentOfNextAddress();
    return agent;
  };
  return {
    send: (method, path, body, headers = {}) =>
      new Promise((resolve, reject) => {
        const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
        const signedIn = cookie === undefined ? {} : { cookie };
        const outgoing = request(
          { ...target, agent: nextAgent(), method, path, headers: { ...signedIn, ...length, ...headers } },
          (incoming) => {
            const chunks: Buffer[] = [];
            incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
            incoming.on('error', reject);
            incoming.on('end', () => {
              const status = incoming.statusCode ?? 0;
              const text = Buffer.concat(chunks).toString();
              if (status < 200 || status > 299)
                reject(new Error(`${method} ${path} answered ${status}: ${text.slice(0, 500)}`));
              else resolve({ status, body: text, headers: incoming.headers });
            });
          },
        );
        outgoing.on('error', reject);
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}

export const json = { 'content-type': 'application/json' } as const;
